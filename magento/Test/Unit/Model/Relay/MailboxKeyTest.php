<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\MailboxKey;
use Magento\Framework\Encryption\EncryptorInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests that all ways to write an e-mail address have the same key.
 */
class MailboxKeyTest extends TestCase
{
    /**
     * @testWith ["sam@example.com", "sam@example.com"]
     *           ["Sam@Example.COM", "sam@example.com"]
     *           ["s.a.m@example.com", "sam@example.com"]
     *           ["sam+shop+1@example.com", "sam@example.com"]
     *           ["sam@mail.example.com", "sam@mail.example.com"]
     *           ["JÖRG@example.com", "jörg@example.com"]
     *           ["sam", "sam@"]
     */
    public function testHashesTheMailboxWithTheKeyOfTheShop(string $email, string $mailbox): void
    {
        $encryptor = $this->createMock(EncryptorInterface::class);
        $encryptor->expects(self::once())->method('hash')
            ->with("back in stock mailbox $mailbox")->willReturn('5f2c');
        self::assertSame('5f2c', (new MailboxKey($encryptor))->derive($email));
    }
}
