<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\ProxyNotice;
use Magento\Framework\App\CacheInterface;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests that the merchant learns once a day that the server sees the address of a proxy.
 */
class ProxyNoticeTest extends TestCase
{
    private const CACHE_KEY = 'back_in_stock_proxy_notice';

    public function testStoresAndLogsTheNotice(): void
    {
        $cache = $this->createMock(CacheInterface::class);
        $cache->method('load')->with(self::CACHE_KEY)->willReturn(false);
        $cache->expects(self::once())->method('save')->with('1', self::CACHE_KEY, [], 86400);
        $logger = $this->createMock(LoggerInterface::class);
        $logger->expects(self::once())->method('warning')->with(self::stringContains('X-Forwarded-For'));
        $notice = new ProxyNotice($cache, $logger);
        self::assertFalse($notice->isRaised());
        $notice->raise();
    }

    public function testLogsNothingWhileTheNoticeIsStored(): void
    {
        $cache = $this->createMock(CacheInterface::class);
        $cache->method('load')->with(self::CACHE_KEY)->willReturn('1');
        $cache->expects(self::never())->method('save');
        $logger = $this->createMock(LoggerInterface::class);
        $logger->expects(self::never())->method('warning');
        $notice = new ProxyNotice($cache, $logger);
        self::assertTrue($notice->isRaised());
        $notice->raise();
    }
}
