<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Framework\Math\Random;

/**
 * A random token for each page. The script accepts only JSON tags with the token of the page.
 *
 * A JSON tag is not a script, so a review or a content block may contain a tag like the module's. The author of a
 * review does not know the token of the page. HTML that the page loads later may contain the token, but the script does
 * not read it.
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
     * Get the token: letters and digits, the same on the whole page.
     *
     * @return string
     * @throws \Magento\Framework\Exception\LocalizedException if PHP cannot create random numbers
     */
    public function getText(): string
    {
        $this->text ??= (string) $this->random->getRandomString(16);
        return $this->text;
    }
}
