<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use PHPUnit\Framework\TestCase;

/**
 * What is sent of an address as it was typed or pasted. The widget is held to the same examples by
 * test/unit/typed-addresses.test.ts.
 */
final class TypedAddressTest extends TestCase
{
    private const EXAMPLES = __DIR__ . '/../../../support/typed-addresses.json';

    /**
     * @dataProvider listSent
     */
    public function testSendsTheAddressWithoutWhatNobodySees(string $typed, string $sent): void
    {
        $shop = new RelayedShop();
        self::assertSame(200, $shop->post(['email' => $typed])->status);
        parse_str($shop->klaviyo->requests[0][1], $fields);
        self::assertSame($sent, $fields['email']);
    }

    public static function listSent(): iterable
    {
        yield from self::listExamples('sent');
    }

    /**
     * @dataProvider listRefused
     */
    public function testRefusesWhatIsNoAddressWithoutThat(string $typed, string $reason): void
    {
        $shop = new RelayedShop();
        $answer = $shop->post(['email' => $typed]);
        self::assertSame([], $shop->klaviyo->requests);
        self::assertSame($reason === 'missing', str_contains($answer->body, '* email * This field is required.'));
    }

    public static function listRefused(): iterable
    {
        yield from self::listExamples('refused');
    }

    public function testWhatIsNoTextIsRefusedAsItIs(): void
    {
        $shop = new RelayedShop();
        self::assertStringContainsString('"success":false', $shop->post(['email' => "\xFFsam@example.com"])->body);
        self::assertSame([], $shop->klaviyo->requests);
    }

    /**
     * @return iterable<string, array{string, string}>
     */
    private static function listExamples(string $result): iterable
    {
        foreach (json_decode(file_get_contents(self::EXAMPLES), true, 512, JSON_THROW_ON_ERROR) as $example) {
            if (isset($example[$result])) {
                yield $example['what'] => [$example['typed'], $example[$result]];
            }
        }
    }
}
