<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Framework\Math\Random;

/**
 * A word that is new on every page, by which the script knows the module's own tags.
 *
 * JSON is no script, so a review or a block of content may hold a tag like the module's. Whoever has written it could
 * not know the word of the page on which it stands. What a page loads later can know it, but is not read.
 */
class Mark
{
    /**
     * @var string|null
     */
    private ?string $text = null;

    /**
     * @param Random $random
     */
    public function __construct(private readonly Random $random)
    {
    }

    /**
     * Letters and digits; the same for the whole page.
     *
     * @return string
     */
    public function getText(): string
    {
        $this->text ??= (string) $this->random->getRandomString(16);
        return $this->text;
    }
}
