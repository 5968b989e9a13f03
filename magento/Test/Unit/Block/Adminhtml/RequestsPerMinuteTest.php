<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Block\Adminhtml;

use BackInStock\Klaviyo\Block\Adminhtml\RequestsPerMinute;
use BackInStock\Klaviyo\Model\Relay\ProxyNotice;
use Magento\Backend\Block\Template\Context;
use Magento\Framework\App\ObjectManager;
use Magento\Framework\Data\Form\Element\AbstractElement;
use Magento\Framework\Escaper;
use Magento\Framework\ObjectManagerInterface;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests the notice of a field in the admin.
 */
class RequestsPerMinuteTest extends TestCase
{
    /**
     * @var AbstractElement&MockObject
     */
    private AbstractElement $element;

    protected function setUp(): void
    {
        // The parent of the block creates optional dependencies with the object manager.
        $objectManager = $this->createStub(ObjectManagerInterface::class);
        $objectManager->method('get')->willReturnCallback(fn ($type) => $this->createStub($type));
        ObjectManager::setInstance($objectManager);

        $this->element = $this->createMock(AbstractElement::class);
        $this->element->method('getData')->willReturnCallback(
            static fn ($key = '') => $key === 'comment' ? 'For example 20.' : null
        );
    }

    public function testAppendsTheEscapedNoticeToTheComment(): void
    {
        $this->element->expects(self::once())->method('setData')->with('comment', self::logicalAnd(
            self::stringStartsWith('For example 20.<br><strong>escaped: It has no effect now: '),
            self::stringEndsWith('</strong>')
        ));
        self::assertNotSame('', $this->create(true)->render($this->element));
    }

    public function testDoesNotChangeTheCommentWithoutANotice(): void
    {
        $this->element->expects(self::never())->method('setData');
        self::assertNotSame('', $this->create(false)->render($this->element));
    }

    private function create(bool $isRaised): RequestsPerMinute
    {
        $escaper = $this->createStub(Escaper::class);
        $escaper->method('escapeHtml')->willReturnCallback(static fn ($data): string => "escaped: $data");
        $context = $this->createStub(Context::class);
        $context->method('getEscaper')->willReturn($escaper);
        $proxyNotice = $this->createStub(ProxyNotice::class);
        $proxyNotice->method('isRaised')->willReturn($isRaised);
        return new RequestsPerMinute($context, $proxyNotice);
    }
}
