<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\ViewModel;

use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\ThemeSettings;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use BackInStock\Klaviyo\ViewModel\ConfigurationTag;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use PHPUnit\Framework\TestCase;

/**
 * Tests the configuration tag, and the attributes of the script tag.
 */
class ConfigurationTagTest extends TestCase
{
    private const FORM_URL = 'https://shop.example/static/form.js';

    /**
     * @testWith [true, false]
     *           [false, true]
     *           [false, false]
     */
    public function testAsksWhetherThePageGetsTheWidget(bool $isForProduct, bool $isForTiles): void
    {
        $scriptPages = $this->createMock(ScriptPages::class);
        $scriptPages->expects(self::once())->method('isIncluded')->with($isForProduct, $isForTiles)->willReturn(true);
        self::assertTrue($this->create($scriptPages)->isOn($isForProduct, $isForTiles));
    }

    public function testAsksWhetherListsGetButtons(): void
    {
        $scriptPages = $this->createStub(ScriptPages::class);
        $scriptPages->method('hasTileButtons')->willReturn(true);
        self::assertTrue($this->create($scriptPages)->hasTileButtons());
        self::assertFalse($this->create()->hasTileButtons());
    }

    public function testReturnsTheTokenOfThePage(): void
    {
        self::assertSame('a1b2', $this->create()->getMark());
    }

    /**
     * @dataProvider listThemes
     */
    public function testTheScriptTagHasTheTokenAndTheUrls(array $settings, array $expected): void
    {
        self::assertSame(
            ['data-mark' => 'a1b2', ...$expected],
            $this->create()->listAttributes(self::FORM_URL, $settings)
        );
    }

    public static function listThemes(): array
    {
        $formUrl = ['data-form-url' => self::FORM_URL];
        return [
            'no settings' => [[], $formUrl],
            'another form' => [['formUrl' => '/form.js'], ['data-form-url' => '/form.js']],
            'no form' => [['formUrl' => ''], []],
            'an endpoint' => [['endpoint' => 'https://a.example/'],
                [...$formUrl, 'data-endpoint' => 'https://a.example/']],
            'an endpoint that is no text' => [['endpoint' => ['/a']], $formUrl],
            'a percent sign' => [['formUrl' => '/a%20b.js'], ['data-form-url' => '/a%%20b.js']],
            'other settings' => [['outbox' => false], $formUrl],
        ];
    }

    public function testTheJsonContainsTheSettingsOfTheThemeButNoUrls(): void
    {
        $json = $this->create()->getJson([
            'endpoint' => 'https://a.example/',
            'formUrl' => '/form.js',
            'variantId' => 'sku',
            'trigger' => ['width' => '100%'],
        ]);
        self::assertSame(
            '{"apiKey":"ABC123","trigger":{"classes":"\u003C\/script\u003E","width":"100%"}}',
            $json
        );
    }

    private function create(?ScriptPages $scriptPages = null): ConfigurationTag
    {
        $configuration = $this->createStub(WidgetConfiguration::class);
        $configuration->method('describe')
            ->willReturn(['apiKey' => 'ABC123', 'trigger' => ['classes' => '</script>']]);
        $mark = $this->createStub(Mark::class);
        $mark->method('getText')->willReturn('a1b2');
        return new ConfigurationTag(
            $scriptPages ?? $this->createStub(ScriptPages::class),
            $configuration,
            new ThemeSettings(),
            new JsonHexTag(),
            $mark
        );
    }
}
