<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Config\Backend;

use BackInStock\Klaviyo\Model\Config\Backend\CheckedValue;
use BackInStock\Klaviyo\Model\Config\Backend\ClassNames;
use BackInStock\Klaviyo\Model\Config\Backend\Colour;
use BackInStock\Klaviyo\Model\Config\Backend\ForwardsAtOnce;
use BackInStock\Klaviyo\Model\Config\Backend\Hint;
use BackInStock\Klaviyo\Model\Config\Backend\ListId;
use BackInStock\Klaviyo\Model\Config\Backend\Placement;
use BackInStock\Klaviyo\Model\Config\Backend\ProductIdentifier;
use BackInStock\Klaviyo\Model\Config\Backend\PublicApiKey;
use BackInStock\Klaviyo\Model\Config\Backend\RememberDays;
use BackInStock\Klaviyo\Model\Config\Backend\RememberEmail;
use BackInStock\Klaviyo\Model\Config\Backend\RequestsPerMinute;
use BackInStock\Klaviyo\Model\Config\Backend\RequiredText;
use BackInStock\Klaviyo\Model\Config\Backend\ScriptPages;
use BackInStock\Klaviyo\Model\Config\Backend\Selector;
use BackInStock\Klaviyo\Model\Config\Backend\Transport;
use BackInStock\Klaviyo\Model\Config\Backend\YesOrNo;
use Magento\Framework\App\Cache\TypeListInterface;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\Event\ManagerInterface;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\Model\Context;
use Magento\Framework\Registry;
use PHPUnit\Framework\TestCase;

/**
 * Tests which values each setting accepts, what it saves, and which error message the merchant reads.
 */
class CheckedValueTest extends TestCase
{
    private const ACCEPTED = [
        PublicApiKey::class => ['', 'ABC123', 'abc123', '0'],
        ListId::class => ['', 'XyZ987'],
        RequestsPerMinute::class => ['1', '20', '600'],
        ForwardsAtOnce::class => ['1', '2', '20'],
        RequiredText::class => ['Notify me', '0', '{product_name}'],
        ClassNames::class => ['', 'action primary btn btn-primary', 'py-2.5 md:w-1/2 bg-[#fff]'],
        Colour::class => [
            '', '#19c', '#19cf', '#1979c3', '#1979C3', '#1979c380', 'rgb(25, 121, 195)', 'rgb(25,121,195)',
            'RGB(0 0 0)',
            'rgb(10%, 20.5%, .5%)', 'rgb(10% 20% 30%)', 'rgba(0, 0, 0, 0.5)', 'rgba(0,0,0,50%)', 'rgb(0 0 0 / 50%)',
            'rgb(0 0 0/.5)', 'rgba( 0 , 0 , 0 )', 'hsl(206, 77%, 43%)', 'hsl(206deg 77% 43%)',
            'hsla(206, 77%, 43%, 0.5)',
            'hsl(206 77% 43% / 0.5)',
        ],
        Selector::class => [
            '', '.product-info-price', '#product-addtocart-button', 'div', '*', '.a.b > .c, .d ~ e + f', 'h1 span',
            '[data-role=swatch-options]', 'a[href^="/x y"]', "input[name='qty']", '[disabled]', 'li:first-child',
            'li:nth-child(2n + 1):not(.x)', '.md\:w-1\/2', '.w-\[42px\]', '._a-1', ':not(div)',
        ],
        YesOrNo::class => ['0', '1'],
        Transport::class => ['onsite', 'client', 'relay'],
        ProductIdentifier::class => ['id', 'sku'],
        Placement::class => ['after', 'before', 'inside', 'instead'],
        Hint::class => ['link', 'button', 'none'],
        RememberDays::class => ['0', '1', '90', '365'],
        RememberEmail::class => ['session', 'local', 'off'],
        ScriptPages::class => ['sold_out', 'products', 'every'],
    ];

    private const REFUSED = [
        PublicApiKey::class => ['pk_1234567890abcdef', 'PK_1', 'ABC 123', 'ABC-123', 'ABC123"', "ABC\n123", 'ÄBC123'],
        ListId::class => ['Newsletter list', 'https://www.klaviyo.com/list/XyZ987', 'XyZ_987'],
        RequestsPerMinute::class => ['', '0', '601', '1000', '-1', '2.5', '1e2', '007', 'many', '²'],
        RequiredText::class => ['', ' ', "\n\t "],
        ClassNames::class => ['.action.primary', 'action .primary', '#x', 'action, primary', '"action"', '<b>', "it's"],
        Colour::class => [
            'red', '1979c3', '#1', '#12', '#12345', '#1234567', '#123456789', '#ggg', '#fff;', 'rgb(1, 2)',
            'rgb(1, 2, 3',
            'rgb(1, 2%, 3)', 'rgb(1 2, 3)', 'rgb(1, 2, 3 / 4)', 'rgb(1 2 3, 4)', 'rgb(1., 2, 3)', 'rgb(-1, 2, 3)',
            'rgb(1, 2, 3, 4, 5)', 'rgb (1, 2, 3)', 'hsl(1, 2, 3)', 'hsl(1%, 2%, 3%)', 'hsl(1, 2%)', "rgb(1,\n2, 3)",
            "#fff\n#fff", 'linear-gradient(red, blue)', 'var(--x)', 'url(https://example.com)', '#fff } body {', '0',
            '10px',
        ],
        Selector::class => [
            '.', '#', '.1', '>', '> .a', '.a >', '.a,', ',.a', '.a > > .b', '.a { color: red }', '<div>', 'a[href',
            'a]',
            'a[href="x]', ':nth-child(x)', ':nth-child()', ':has(.a)', '::before', ':hover(', ':not()',
            ':not(:not(.a))',
            '..a', '.a..b', '##a', '.a\\', 'a/b', 'a|b', '.a;', '@media', '-', '.-', '--', '%', '$("a")', "a\0b",
        ],
        ForwardsAtOnce::class => ['', '0', '-1', '02', '2.5', '1e1', '21', '100', 'two', '2 at once', "2\n3"],
        YesOrNo::class => ['', 'maybe', 'yes', 'no', 'true', 'false', '2', '-1', '01', '1.0'],
        Transport::class => ['', 'foo', 'Relay', 'on site', 'onsite,client', '0', '<b>'],
        ProductIdentifier::class => ['', 'ID', 'entity_id', '1'],
        Placement::class => ['', 'foo', 'below', 'After'],
        Hint::class => ['', 'line', 'Link', 'no'],
        RememberDays::class => ['', '-1', '366', '1000', '2.5', '007', 'never', "9\n0"],
        RememberEmail::class => ['', 'tab', 'Local', '0'],
        ScriptPages::class => ['', '1', 'all', 'product', 'Every'],
    ];

    /**
     * @dataProvider listAccepted
     */
    public function testWhatIsRightIsSavedAsItIs(string $class, string $value): void
    {
        self::assertSame($value, $this->save($class, $value));
    }

    public static function listAccepted(): iterable
    {
        yield from self::listPairs(self::ACCEPTED);
    }

    /**
     * @dataProvider listRefused
     */
    public function testWhatIsWrongIsNotSavedAndTheMerchantReadsWhatToWrite(string $class, string $value): void
    {
        $setting = $this->create($class)->setPath('back_in_stock/group/field')->setValue($value);
        try {
            $setting->beforeSave();
            self::fail('accepted');
        } catch (LocalizedException $refusal) {
            self::assertMatchesRegularExpression('/\bWrite (the|a) [^%]*\w.*\.$/', $refusal->getMessage());
            self::assertDoesNotMatchRegularExpression('/%\d/', $refusal->getMessage());
        }
        self::assertSame($value, $setting->getValue());
    }

    public static function listRefused(): iterable
    {
        yield from self::listPairs(self::REFUSED);
    }

    public function testBlanksThatWerePastedWithAValueAreNotSaved(): void
    {
        self::assertSame('ABC123', $this->save(PublicApiKey::class, " ABC123\n"));
        self::assertSame('#1979c3', $this->save(Colour::class, "\t#1979c3 "));
        self::assertSame('20', $this->save(RequestsPerMinute::class, ' 20 '));
        self::assertSame('.a', $this->save(Selector::class, ' .a '));
    }

    public function testNothingIsAnEmptyText(): void
    {
        self::assertSame('', $this->save(PublicApiKey::class, null));
        self::assertSame('', $this->save(Colour::class, ['#fff']));
        self::assertSame('20', $this->save(RequestsPerMinute::class, 20));
    }

    public function testAFileMayHoldASwitchAsTrueOrFalse(): void
    {
        self::assertSame('1', $this->save(YesOrNo::class, true));
        self::assertSame('0', $this->save(YesOrNo::class, false));
        self::assertSame('0', $this->save(YesOrNo::class, 0));
    }

    /**
     * @dataProvider listChoices
     */
    public function testAMessageNamesTheChoicesThereAre(string $class, string $expected): void
    {
        $setting = $this->create($class)->setData('field_config', ['label' => 'Position']);
        $this->expectExceptionMessage($expected);
        $setting->setPath('back_in_stock/group/field')->setValue('foo')->beforeSave();
    }

    public static function listChoices(): array
    {
        return [
            [YesOrNo::class, 'Write the setting "Position" as 1 for yes or 0 for no.'],
            [Transport::class, 'Write the setting "Position" as one of these: onsite, client, relay.'],
            [ProductIdentifier::class, 'Write the setting "Position" as one of these: id, sku.'],
            [ScriptPages::class, 'Write the setting "Position" as one of these: sold_out, products, every.'],
            [Placement::class, 'Write the setting "Position" as one of these: after, before, inside, instead.'],
            [Hint::class, 'Write the setting "Position" as one of these: link, button, none.'],
            [RememberEmail::class, 'Write the setting "Position" as one of these: session, local, off.'],
        ];
    }

    /**
     * @testWith [" pk_secret"]
     *           ["PK_SECRET"]
     */
    public function testAPrivateKeyIsCalledOneAndNeverRepeated(string $key): void
    {
        $this->expectExceptionMessageMatches('/^This is a private API key\. Write the public one(?!.*secret)/i');
        $this->create(PublicApiKey::class)->setValue($key)->beforeSave();
    }

    public function testAMessageNamesTheSettingAsTheAdminDoes(): void
    {
        $setting = $this->create(Colour::class)->setData('field_config', ['id' => 'accent', 'label' => 'Button']);
        $this->expectExceptionMessage('Write the colour "Button" as #1979c3');
        $setting->setPath('back_in_stock/colours/accent')->setValue('<i>blue</i>')->beforeSave();
    }

    public function testOnTheCommandLineItNamesThePath(): void
    {
        $this->expectExceptionMessage('"back_in_stock/button/text" cannot be empty.');
        $this->create(RequiredText::class)->setPath('back_in_stock/button/text')->setValue('')->beforeSave();
    }

    private function save(string $class, mixed $value): mixed
    {
        $eventManager = $this->createMock(ManagerInterface::class);
        // The setting has to call its parent, which dispatches events.
        $eventManager->expects(self::atLeastOnce())->method('dispatch');
        $setting = $this->create($class, $eventManager);
        $setting->setPath('back_in_stock/group/field')->setValue($value);
        self::assertSame($setting, $setting->beforeSave());
        return $setting->getValue();
    }

    private function create(string $class, ?ManagerInterface $eventManager = null): CheckedValue
    {
        $context = $this->createStub(Context::class);
        $context->method('getEventDispatcher')
            ->willReturn($eventManager ?? $this->createStub(ManagerInterface::class));
        return new $class(
            $context,
            $this->createStub(Registry::class),
            $this->createStub(ScopeConfigInterface::class),
            $this->createStub(TypeListInterface::class)
        );
    }

    private static function listPairs(array $values): iterable
    {
        foreach ($values as $class => $texts) {
            foreach ($texts as $text) {
                yield substr($class, strrpos($class, '\\') + 1) . ' ' . json_encode($text) => [$class, $text];
            }
        }
    }
}
