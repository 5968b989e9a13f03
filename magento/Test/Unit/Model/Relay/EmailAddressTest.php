<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\EmailAddress;
use PHPUnit\Framework\TestCase;

/**
 * Tests which texts the relay accepts as one e-mail address.
 */
class EmailAddressTest extends TestCase
{
    /**
     * @testWith ["sam@example.com"]
     *           ["Sam.Smith+shop@mail.example.co.uk"]
     *           ["jörg@bücher.example"]
     *           ["用户@例子.中国"]
     */
    public function testAcceptsOneAddressInAnyAlphabet(string $text): void
    {
        self::assertTrue((new EmailAddress())->isPlausible($text));
    }

    /**
     * @testWith ["sam"]
     *           ["sam@example"]
     *           ["sam@@example.com"]
     *           [".sam@example.com"]
     *           ["sam..x@example.com"]
     *           ["sam@example.com,eve@example.com"]
     *           ["sam@example.com eve@example.com"]
     *           ["sam@example.com\neve@example.com"]
     *           ["Sam <sam@example.com>"]
     */
    public function testRejectsEverythingElse(string $text): void
    {
        self::assertFalse((new EmailAddress())->isPlausible($text));
    }

    public function testRejectsInvalidUtf8AndReturnsItUnchanged(): void
    {
        $text = "\xFFsam@example.com";
        self::assertFalse((new EmailAddress())->isPlausible($text));
        self::assertSame($text, (new EmailAddress())->clean($text));
    }

    public function testCountsTheLengthInUtf16(): void
    {
        $domain = '@example.com';
        $length = 254 - strlen($domain);
        self::assertTrue((new EmailAddress())->isPlausible(str_repeat('s', $length) . $domain));
        self::assertFalse((new EmailAddress())->isPlausible(str_repeat('s', $length + 1) . $domain));
        self::assertTrue((new EmailAddress())->isPlausible(str_repeat('𠮷', $length / 2) . $domain));
        self::assertFalse((new EmailAddress())->isPlausible(str_repeat('𠮷', $length / 2 + 1) . $domain));
    }

    public function testRemovesWhitespaceAndInvisibleCharacters(): void
    {
        self::assertSame('sam@example.com', (new EmailAddress())->clean("\u{2003} sa\u{200B}m@example.com\u{FEFF}\n"));
    }
}
