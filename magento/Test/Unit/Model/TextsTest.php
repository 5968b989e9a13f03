<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\Texts;
use Magento\Framework\Phrase;
use Magento\Framework\Phrase\RendererInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests which texts are sent to the widget.
 */
class TextsTest extends TestCase
{
    private RendererInterface $renderer;

    protected function setUp(): void
    {
        $this->renderer = Phrase::getRenderer();
    }

    protected function tearDown(): void
    {
        Phrase::setRenderer($this->renderer);
    }

    public function testListsTranslatedTextsOnly(): void
    {
        $renderer = $this->createStub(RendererInterface::class);
        $renderer->method('render')->willReturnCallback(
            static fn (array $source): string => ['Done' => 'Fertig', 'Close' => 'Schließen'][end($source)]
                ?? end($source)
        );
        Phrase::setRenderer($renderer);
        self::assertSame(['close' => 'Schließen', 'done' => 'Fertig'], (new Texts())->listTranslated());
    }

    public function testListsNothingInTheLanguageOfTheWidget(): void
    {
        self::assertSame([], (new Texts())->listTranslated());
    }

    public function testAllTextsArePhrases(): void
    {
        $phrases = (new Texts())->listPhrases();
        self::assertContainsOnlyInstancesOf(Phrase::class, $phrases);
        self::assertSame('Notify me', $phrases['submit']->getText());
    }
}
