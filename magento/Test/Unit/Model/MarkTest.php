<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\Mark;
use Magento\Framework\Math\Random;
use PHPUnit\Framework\TestCase;

/**
 * Tests that a page has one random token.
 */
class MarkTest extends TestCase
{
    public function testReturnsTheSameTokenForTheWholePage(): void
    {
        $random = $this->createMock(Random::class);
        $random->expects(self::once())->method('getRandomString')->with(16)->willReturn('a1b2c3d4e5f6g7h8');
        $mark = new Mark($random);
        self::assertSame('a1b2c3d4e5f6g7h8', $mark->getText());
        self::assertSame('a1b2c3d4e5f6g7h8', $mark->getText());
    }
}
