<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests how settings are read, including values in app/etc/env.php that the admin would not save.
 */
class SettingsTest extends TestCase
{
    private const KEY = 'back_in_stock/general/api_key';

    private const KLAVIYO_KEY = 'klaviyo_reclaim_general/general/public_api_key';

    /**
     * @dataProvider listKeys
     */
    public function testFindsThePublicKeyAndNeverReturnsAPrivateOne(array $values, string $expected): void
    {
        $settings = $this->create($values);
        self::assertSame($expected, $settings->getApiKey());
        self::assertSame($expected !== '', $settings->isOn());
    }

    public static function listKeys(): array
    {
        return [
            'none' => [[], ''],
            'own key' => [[self::KEY => ' ABC123 '], 'ABC123'],
            "the key of Klaviyo's extension" => [[self::KEY => null, self::KLAVIYO_KEY => 'XYZ789'], 'XYZ789'],
            'own key first' => [[self::KEY => 'ABC123', self::KLAVIYO_KEY => 'XYZ789'], 'ABC123'],
            'private key' => [[self::KEY => 'PK_0123456789'], ''],
            "private key of Klaviyo's extension" => [[self::KLAVIYO_KEY => 'pk_0123456789'], ''],
        ];
    }

    public function testIsOffWhenDisabled(): void
    {
        self::assertFalse($this->create([self::KEY => 'A', 'back_in_stock/general/enabled' => '0'])->isOn());
    }

    /**
     * @dataProvider listNumbers
     */
    public function testReturnsTheDefaultForAnInvalidNumber(mixed $value, int $expected): void
    {
        $settings = $this->create(['back_in_stock/general/forwards_at_once' => $value]);
        self::assertSame($expected, $settings->getNumber('general/forwards_at_once', 20, 2));
    }

    public static function listNumbers(): array
    {
        return [
            ['1', 1], [' 20 ', 20], [7, 7], ['21', 2], ['0', 2], ['-1', 2], ['1e1', 2], ['', 2], [null, 2], [['5'], 2],
        ];
    }

    /**
     * @dataProvider listSwitches
     */
    public function testAcceptsTheUsualWordsForYesAndNo(mixed $value, bool $isOnByDefault, bool $expected): void
    {
        $path = $isOnByDefault ? 'general/enabled' : 'pages/listing';
        self::assertSame($expected, $this->create(["back_in_stock/$path" => $value])->isEnabled($path));
    }

    public static function listSwitches(): array
    {
        return [
            ['1', false, true], ['yes', false, true], ['true', false, true], [true, false, true],
            ['0', true, false], ['no', true, false], ['false', true, false],
            ['perhaps', true, true], ['perhaps', false, false], [['1'], false, false],
        ];
    }

    private function create(array $values): Settings
    {
        $values += ['back_in_stock/general/enabled' => '1'];
        $config = $this->createStub(ScopeConfigInterface::class);
        $config->method('getValue')->willReturnCallback(
            static fn (string $path, string $scope = '') => $scope === ScopeInterface::SCOPE_STORE
                ? $values[$path] ?? null
                : null
        );
        return new Settings($config);
    }
}
