<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use BackInStock\Klaviyo\Controller\Subscribe\Index;
use BackInStock\ModuleTest\Log;
use BackInStock\ModuleTest\ObjectManager;
use BackInStock\ModuleTest\Shop;
use BackInStock\ModuleTest\StoreConfiguration;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\Framework\App\ActionInterface;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\App\Request\Http;
use Magento\Framework\Controller\Result\Json;
use Magento\Framework\Encryption\EncryptorInterface;
use Magento\Framework\HTTP\Client\Curl;
use Magento\Framework\HTTP\Client\CurlFactory;
use Magento\Framework\HTTP\PhpEnvironment\RemoteAddress;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;
use Magento\Store\Model\StoreManagerInterface;
use Psr\Log\LoggerInterface;

/**
 * A shop with the relay switched on, put together as Magento does it, and what it has noted while it was asked.
 */
final class RelayedShop
{
    /**
     * What the widget sends.
     */
    public const FIELDS = [
        'a' => 'ABC123',
        'email' => 'sam@example.com',
        'variant' => '2045',
        'platform' => 'magento_two',
        'store' => '1',
    ];

    private const SETTINGS = ['back_in_stock/general/api_key' => 'ABC123', 'back_in_stock/general/api' => 'relay'];

    /**
     * In the format of the demo's catalogue, but every product that can be asked for by itself.
     *
     * @var array<int, array<string, mixed>>
     */
    public array $products = [
        ['id' => '2045', 'sku' => 'CL5', 'name' => 'Sold out', 'inStock' => false, 'storeIds' => [1, 2]],
        ['id' => '2046', 'sku' => 'IN-STOCK', 'name' => 'In stock'],
        ['id' => '2047', 'sku' => 'DISABLED', 'name' => 'Disabled', 'enabled' => false],
        ['id' => '2048', 'sku' => 'ELSEWHERE', 'name' => 'Of another website', 'storeIds' => [9]],
        ['id' => '2013', 'sku' => 'PARENT', 'name' => 'Parent', 'type' => 'configurable'],
        ['id' => '2014', 'sku' => 'SET', 'name' => 'Set', 'type' => 'grouped'],
        ['id' => '2015', 'sku' => 'BUNDLE', 'name' => 'Bundle', 'type' => 'bundle', 'inStock' => false],
        ['id' => '2016', 'sku' => 'simple-oos', 'name' => 'Another sold out', 'inStock' => false],
    ];

    public Log $log;

    public Counters $cache;

    public LockManagerInterface $locks;

    public DateTime $clock;

    public Curl $klaviyo;

    public Encryptor $encryptor;

    public ScopeConfigInterface $configuration;

    public StoreManagerInterface $stores;

    /**
     * @param array<string, string|null> $settings laid over those that switch the relay on
     * @param array<int, array{website?: int, active?: bool}> $views the first is the current one
     */
    public function __construct(
        array $settings = [],
        private readonly string|false $address = '93.184.216.34',
        array $views = [1 => []],
        string $baseUrl = 'http://shop.example/',
        string $secureBaseUrl = 'https://shop.example/de/'
    ) {
        $this->log = new Log();
        $this->cache = new Counters();
        $this->locks = new Locks();
        $this->clock = new DateTime();
        $this->clock->now = 1_800_000_015;
        $this->klaviyo = new FakeCurl();
        $this->encryptor = new Encryptor('the secret key of the shop');
        $this->configuration = new StoreConfiguration([...self::SETTINGS, ...$settings]);
        $this->stores = new StoreViews($views, $baseUrl, $secureBaseUrl);
    }

    /**
     * Sends a form as a page of the shop does, and gives what the shopper's browser gets; null for a page not found.
     *
     * @param array<string, mixed> $fields laid over those of the widget; null leaves one out
     * @param array<string, string|null> $server
     */
    public function post(array $fields = [], array $server = []): ?Json
    {
        $all = array_filter([...self::FIELDS, ...$fields], static fn ($value): bool => $value !== null);
        return $this->send(http_build_query($all, '', '&'), $server);
    }

    /**
     * @param array<string, string|null> $server laid over the headers of a page of the shop; null leaves one out
     */
    public function send(string $body, array $server = []): ?Json
    {
        $fields = [];
        parse_str($body, $fields);
        $environment = array_filter([
            'REQUEST_METHOD' => 'POST',
            'CONTENT_TYPE' => 'application/x-www-form-urlencoded;charset=UTF-8',
            'CONTENT_LENGTH' => (string) strlen($body),
            'HTTP_SEC_FETCH_SITE' => 'same-origin',
            'HTTP_ORIGIN' => 'https://shop.example',
            ...$server,
        ], static fn ($value): bool => $value !== null);
        return $this->dispatch(new Http($environment, $fields, $body));
    }

    public function dispatch(Http $request): ?Json
    {
        return (new FrontController())->dispatch($this->createAction($request), $request);
    }

    /**
     * Everything that outlives a request.
     */
    public function readTraces(): string
    {
        return json_encode([$this->log->lines, $this->cache->saved, $this->locks->taken], JSON_THROW_ON_ERROR);
    }

    private function createAction(Http $request): ActionInterface
    {
        return (new ObjectManager([
            CacheInterface::class => $this->cache,
            CollectionFactory::class => (new Shop($this->products))->getCollectionFactory(),
            CurlFactory::class => new CurlFactory(fn () => $this->klaviyo),
            DateTime::class => $this->clock,
            EncryptorInterface::class => $this->encryptor,
            Http::class => $request,
            LockManagerInterface::class => $this->locks,
            LoggerInterface::class => $this->log,
            RemoteAddress::class => new RemoteAddress($this->address),
            ScopeConfigInterface::class => $this->configuration,
            StoreManagerInterface::class => $this->stores,
        ]))->get(Index::class);
    }
}
