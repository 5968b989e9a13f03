<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\EmailAddress;
use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use BackInStock\Klaviyo\Model\Relay\SoldOutProducts;
use BackInStock\Klaviyo\Model\Relay\SubscriptionReader;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Store\Api\Data\StoreInterface;
use Magento\Store\Model\StoreManagerInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests which forms become a subscription, and which fields Klaviyo receives.
 */
class SubscriptionReaderTest extends TestCase
{
    private const POSTED = ['a' => 'ABC123', 'email' => ' sam@example.com', 'variant' => 'mug', 'store' => '1'];

    private const FIELDS = [
        'a' => 'ABC123',
        'email' => 'sam@example.com',
        'variant' => 'MUG',
        'platform' => 'magento_two',
        'store' => '1',
    ];

    /**
     * @dataProvider listSubscriptions
     */
    public function testReturnsTheFieldsForKlaviyo(array $posted, array $expected): void
    {
        self::assertSame([...self::FIELDS, ...$expected], $this->create()->read([...self::POSTED, ...$posted]));
    }

    public static function listSubscriptions(): array
    {
        $newsletter = ['g' => 'XyZ987', 'subscribe_for_newsletter' => 'true'];
        return [
            'a subscription' => [[], []],
            'the key of another account' => [['a' => 'XYZ789'], []],
            'fields that the relay does not know' => [['platform' => 'shopify', 'foo' => 'bar'], []],
            'another store view of the website' => [['store' => '2'], ['store' => '2']],
            'the newsletter' => [$newsletter, $newsletter],
            'another list' => [[...$newsletter, 'g' => 'QQQ111'], []],
            'a list without consent' => [['g' => 'XyZ987'], []],
        ];
    }

    public function testReturnsNoNewsletterIfTheMerchantHasNoList(): void
    {
        $posted = [...self::POSTED, 'g' => '', 'subscribe_for_newsletter' => 'true'];
        self::assertSame(self::FIELDS, $this->create(list: '')->read($posted));
    }

    /**
     * @dataProvider listInvalid
     */
    public function testRefusesAnInvalidForm(array $posted, int $status, string $message): void
    {
        $response = $this->create()->read([...self::POSTED, ...$posted]);
        self::assertInstanceOf(Response::class, $response);
        self::assertSame($status, $response->status);
        self::assertStringContainsString($message, $response->body);
    }

    public static function listInvalid(): array
    {
        return [
            'no address' => [['email' => ''], 400, '* email * This field is required.'],
            'no address but whitespace' => [['email' => ' '], 400, '* email * This field is required.'],
            'an invalid address' => [['email' => 'sam'], 400, '"errors"'],
            'no variant' => [['variant' => ''], 400, '* variant * This field is required.'],
            'a variant that is not sold out' => [['variant' => 'cup'], 400, '* variant * This value is not valid.'],
            'no store' => [['store' => ''], 400, '* store * This field is required.'],
            'an unknown store' => [['store' => '9'], 400, '* store * This value is not valid.'],
            'a number written in another way' => [['store' => '01'], 400, '* store * This value is not valid.'],
            'a store view of another website' => [['store' => '3'], 400, '* store * This value is not valid.'],
            'a disabled store view' => [['store' => '4'], 400, '* store * This value is not valid.'],
            'another store view with another account' => [['store' => '2', 'a' => 'XYZ789'], 409, 'store view'],
        ];
    }

    public function testNamesTheFirstMissingFieldOfAnEmptyForm(): void
    {
        self::assertStringContainsString('* email * This field is required.', $this->create()->read([])->body);
    }

    private function create(string $list = 'XyZ987'): SubscriptionReader
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('getApiKey')->willReturn('ABC123');
        $settings->method('getText')->willReturnMap([['form/newsletter_list', $list]]);
        $stores = [
            $this->createStore('1', '1', true),
            $this->createStore('2', '1', true),
            $this->createStore('3', '2', true),
            $this->createStore('4', '1', false),
        ];
        $storeManager = $this->createStub(StoreManagerInterface::class);
        $storeManager->method('getStore')->willReturn($stores[0]);
        $storeManager->method('getStores')->willReturn($stores);
        $products = $this->createStub(SoldOutProducts::class);
        $products->method('findIdentifier')->willReturnCallback(
            static fn (string $variant, int $storeId): ?string => ['mug' => 'MUG'][$variant] ?? null
        );
        return new SubscriptionReader($settings, $storeManager, new EmailAddress(), $products, new ResponseFactory());
    }

    private function createStore(string $id, string $websiteId, bool $isActive): StoreInterface
    {
        $store = $this->createStub(StoreInterface::class);
        $store->method('getId')->willReturn($id);
        $store->method('getWebsiteId')->willReturn($websiteId);
        $store->method('getIsActive')->willReturn($isActive ? '1' : '0');
        return $store;
    }
}
