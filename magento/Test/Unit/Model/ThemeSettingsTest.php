<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\ThemeSettings;
use PHPUnit\Framework\TestCase;

/**
 * Tests which settings of a theme reach the page.
 */
class ThemeSettingsTest extends TestCase
{
    /**
     * @dataProvider listSettings
     */
    public function testRemovesPrivateKeysAndSettingsOfTheAdmin(array $settings, array $expected): void
    {
        self::assertSame($expected, (new ThemeSettings())->select($settings));
    }

    public static function listSettings(): array
    {
        $private = 'pk_0123456789abcdef';
        return [
            'allowed' => [['outbox' => false, 'trigger' => ['width' => '100%']],
                ['outbox' => false, 'trigger' => ['width' => '100%']]],
            'a public key' => [['apiKey' => 'ABC123'], ['apiKey' => 'ABC123']],
            'a private key' => [['apiKey' => $private, 'store' => '1'], ['store' => '1']],
            'a short private key' => [['apiKey' => 'pk_1'], []],
            'a key that is no text' => [['apiKey' => ['ABC123']], []],
            'a private key in another text' => [['texts' => ['submit' => "Send $private", 'done' => 'Done']],
                ['texts' => ['done' => 'Done']]],
            'a CSS class with such a name' => [['trigger' => ['classes' => 'pk_button']],
                ['trigger' => ['classes' => 'pk_button']]],
            'a setting that the server uses too' => [['variantId' => 'sku', 'listing' => true], ['listing' => true]],
        ];
    }
}
