<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\FormReader;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use Magento\Framework\App\Request\Http;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests which requests the relay reads, and what it reads of them.
 */
class FormReaderTest extends TestCase
{
    private const TYPE = 'application/x-www-form-urlencoded';

    /**
     * @testWith ["application/x-www-form-urlencoded"]
     *           ["application/x-www-form-urlencoded; charset=UTF-8"]
     *           [" Application/X-WWW-Form-Urlencoded ;charset=utf-8"]
     */
    public function testAcceptsUrlEncodedForms(string $type): void
    {
        self::assertNull($this->create()->refuse($this->createRequest($type, str_repeat('a', 4096))));
    }

    /**
     * @testWith [""]
     *           ["application/json"]
     *           ["multipart/form-data; boundary=application/x-www-form-urlencoded"]
     *           ["text/plain"]
     */
    public function testRefusesOtherTypes(string $type): void
    {
        self::assertSame(415, $this->create()->refuse($this->createRequest($type, 'a=b'))?->status);
    }

    public function testRefusesABodyThatIsTooLong(): void
    {
        $request = $this->createRequest(self::TYPE, str_repeat('a', 4097));
        self::assertSame(413, $this->create()->refuse($request)?->status);
    }

    public function testDoesNotReadABodyWhoseHeaderGivesATooHighLength(): void
    {
        $request = $this->createRequest(self::TYPE, '', '4097');
        $request->expects(self::never())->method('getContent');
        self::assertSame(413, $this->create()->refuse($request)?->status);
    }

    public function testReturnsTheTextsOfTheBodyWithoutOuterWhitespace(): void
    {
        $request = $this->createMock(Http::class);
        $request->method('getPostValue')->willReturn([
            'email' => " sam@example.com\r\n",
            'variant' => '64 814',
            'store' => "1\0",
            'list' => ['1'],
        ]);
        self::assertSame(
            ['email' => 'sam@example.com', 'variant' => '64 814', 'store' => "1\0"],
            $this->create()->read($request)
        );
    }

    private function create(): FormReader
    {
        return new FormReader(new ResponseFactory());
    }

    /**
     * @return Http&MockObject
     */
    private function createRequest(string $type, string $content, ?string $length = null): Http
    {
        $server = ['CONTENT_TYPE' => $type, 'CONTENT_LENGTH' => $length];
        $request = $this->createMock(Http::class);
        $request->method('getServer')->willReturnCallback(
            static fn (string $name, $default = null) => $server[$name] ?? $default
        );
        $request->method('getContent')->willReturn($content);
        return $request;
    }
}
