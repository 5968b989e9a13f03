<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Framework\Phrase;

/**
 * The texts of the widget that have no field in the admin.
 *
 * They are literals in this file, so that `bin/magento i18n:collect-phrases` finds them.
 */
class Texts
{
    /**
     * List the texts that are translated in the locale of the store view, by their name in the widget.
     *
     * @return array<string, string>
     */
    public function listTranslated(): array
    {
        $texts = [];
        foreach ($this->listPhrases() as $name => $phrase) {
            $translated = (string) $phrase;
            if ($translated !== $phrase->getText()) {
                $texts[$name] = $translated;
            }
        }
        return $texts;
    }

    /**
     * List all texts. Magento translates a phrase when it is converted to a string.
     *
     * @return array<string, Phrase>
     */
    public function listPhrases(): array
    {
        return [
            'hint' => __('{attributes} sold out? Get notified'),
            'onList' => __('You are on the list'),
            'soldOutOption' => __('{option}, sold out, notify me'),
            'sending' => __('One moment…'),
            'notLoaded' => __('This did not load. Try again'),
            'variantLabel' => __('{attributes}'),
            'variantPrompt' => __('Please choose'),
            'emailLabel' => __('E-mail address'),
            'submit' => __('Notify me'),
            'retry' => __('Try again'),
            'consentMissing' => __('Please tick this box.'),
            'retrying' => __('This takes longer. We keep trying…'),
            'stop' => __('Stop'),
            'close' => __('Close'),
            'successSeveral' => __('You are on the list for {done} of {count}.'),
            'done' => __('Done'),
            'keptOffline' => __('We will sign you up as soon as you are online again.'),
            'kept' => __(
                // phpcs:ignore Generic.Files.LineLength
                'You are not signed up yet. We keep trying while this page is open, and when you come back within a day.'
            ),
            'variantMissing' => __('Please choose one.'),
            'emailMissing' => __('Please enter your e-mail address.'),
            'emailMalformed' => __('Please check your e-mail address.'),
            'refused' => __('Please check your e-mail address and try again.'),
            'fieldMissing' => __('Something is missing or wrong: {field}. Please tell the shop.'),
            'rateLimited' => __('Too many requests. Please try again in a moment.'),
            'serverError' => __('The service has a problem. Please try again in a moment.'),
            'htmlAnswer' => __('We got a page instead of an answer. Please try again.'),
            'emptyAnswer' => __('We got no answer. Please try again.'),
            'brokenAnswer' => __('The answer was cut off. Please try again.'),
            'unknownAnswer' => __('We did not understand the answer. Please try again.'),
            'offline' => __('You are offline. Please try again when you are connected.'),
            'unreachable' => __('We could not reach the service. Please try again.'),
            'timeout' => __('That took too long. Please try again.'),
        ];
    }
}
