<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use BackInStock\Klaviyo\Block\Adminhtml\RequestsPerMinute;
use BackInStock\Klaviyo\Model\Relay\ProxyNotice;
use BackInStock\ModuleTest\Log;
use Magento\Backend\Block\Template\Context;
use Magento\Framework\Data\Form\Element\AbstractElement;
use PHPUnit\Framework\TestCase;

/**
 * Whom a shop sees that is behind Varnish, a TLS proxy or a load balancer of its own.
 */
final class ProxyTest extends TestCase
{
    private const SETTINGS = ['back_in_stock/general/requests_per_minute' => '2'];

    /**
     * @dataProvider listPairs
     */
    public function testNobodyUsesUpTheMinuteOfAllWhoComeByTheSameProxy(
        string $one,
        string $other,
        bool $isSame
    ): void {
        $shop = new RelayedShop(self::SETTINGS, '10.0.0.7');
        self::assertSame(2, $this->countPassed($shop, 4, $one));
        self::assertSame($isSame ? 0 : 2, $this->countPassed($shop, 4, $other));
        self::assertSame([], $shop->log->lines);
    }

    public static function listPairs(): array
    {
        return [
            'two shoppers' => ['93.184.216.34', '93.184.216.35', false],
            'one shopper' => ['93.184.216.34', '93.184.216.34', true],
            'who writes an address of their own choice' => ['1.1.1.1, 93.184.216.34', '8.8.8.8,93.184.216.34', true],
            'who writes nonsense' => ['"<b>", 93.184.216.34', 'unknown,,93.184.216.34 ', true],
            'who claims to be of the network' => ['10.0.0.1, 93.184.216.34', '127.0.0.1, 93.184.216.34', true],
            'another proxy of the network behind it' => ['93.184.216.34, 10.0.0.5', '93.184.216.34, 127.0.0.1', true],
            'two shoppers behind two proxies' => ['93.184.216.34, 10.0.0.5', '93.184.216.35, 10.0.0.5', false],
            'with their ports' => ['93.184.216.34:50000', '93.184.216.34:50001', true],
            'IPv6 with a port' => ['[2a00:1450:4001:82b::1]:50000', '2a00:1450:4001:82b::1', true],
            'IPv6 in brackets' => ['[2a00:1450:4001:82b::1]', '[2a00:1450:4001:82c::1]', false],
        ];
    }

    public function testNobodyFromTheInternetChoosesAnAddress(): void
    {
        $shop = new RelayedShop(self::SETTINGS, '93.184.216.34');
        self::assertSame(2, $this->countPassed($shop, 4, '1.1.1.1'));
        self::assertSame(0, $this->countPassed($shop, 4, '8.8.8.8'));
    }

    public function testNobodyHidesBehindAPrivateAddressWhereMagentoReadsAHeader(): void
    {
        $shop = new RelayedShop(self::SETTINGS, '10.6.6.6');
        self::assertSame(2, $this->countPassed($shop, 4, '10.6.6.6', '93.184.216.34'));
        self::assertSame(0, $this->countPassed($shop, 4, '1.1.1.1', '93.184.216.34'));
        self::assertSame([], $shop->log->lines);
    }

    public function testNobodyWithAnIpv6BlockHasMoreThanAStreetOfHouseholds(): void
    {
        $passed = 0;
        $shop = new RelayedShop(self::SETTINGS, '10.0.0.7');
        for ($household = 0; $household < 20; $household++) {
            $passed += $this->countPassed($shop, 2, sprintf('2a00:1450:4001:%x::1', $household));
        }
        self::assertSame(10, $passed);
        // The next block has nothing to do with that.
        self::assertSame(2, $this->countPassed($shop, 4, '2a00:1450:4002::1'));
    }

    public function testTheMerchantReadsThatShoppersCannotBeToldApart(): void
    {
        $shop = new RelayedShop(self::SETTINGS, '10.0.0.7');
        self::assertSame('For example 20.', $this->drawField($shop));
        for ($count = 0; $count < 5; $count++) {
            self::assertSame(200, $shop->post()->status);
        }
        self::assertCount(1, $shop->log->lines);
        self::assertStringContainsString('private network address', $shop->log->lines[0]);
        self::assertStringNotContainsString('10.0', $shop->log->lines[0]);
        self::assertStringContainsString('<strong>It has no effect now', $this->drawField($shop));
        // It is said again a day later, if it is still so.
        self::assertContains(86400, $shop->cache->lifetimes);
    }

    public function testNobodyMakesTheMerchantReadThatFromTheInternet(): void
    {
        $shop = new RelayedShop(self::SETTINGS, '93.184.216.34');
        $this->countPassed($shop, 3, '10.0.0.1');
        self::assertSame([], $shop->log->lines);
        self::assertSame('For example 20.', $this->drawField($shop));
    }

    private function drawField(RelayedShop $shop): string
    {
        $element = (new AbstractElement())->setData('comment', 'For example 20.');
        $field = new RequestsPerMinute(new Context(), new ProxyNotice($shop->cache, new Log()));
        return strip_tags($field->render($element), '<strong>');
    }

    private function countPassed(RelayedShop $shop, int $times, string $forwarded, ?string $peer = null): int
    {
        $passed = 0;
        $server = ['HTTP_X_FORWARDED_FOR' => $forwarded, 'REMOTE_ADDR' => $peer];
        for ($count = 0; $count < $times; $count++) {
            $email = "sam$count$forwarded@example.com";
            $email = preg_replace('/[^\w@.]/', '', $email);
            $passed += $shop->post(['email' => $email], $server)->status === 200 ? 1 : 0;
        }
        return $passed;
    }
}
