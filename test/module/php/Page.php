<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use BackInStock\Klaviyo\Block;
use Magento\Catalog\Helper\Data as Catalog;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\Math\Random;
use Magento\Framework\UrlInterface;
use Magento\Framework\View\Element\Template;
use Magento\Framework\View\Page\Config;
use Magento\Store\Model\StoreManagerInterface;
use Psr\Log\LoggerInterface;

/**
 * A page of the shop with the module's blocks on it. The layout files say which blocks there are and what they get, and
 * di.xml what the classes behind them get.
 */
final class Page
{
    public readonly Config $head;

    public readonly Log $log;

    public readonly Block\ConfigurationTag $configurationTag;

    /**
     * Null on pages without a product of their own.
     */
    public readonly ?Block\ProductTag $productTag;

    /**
     * Null on pages without a product of their own.
     */
    public readonly ?Block\TileTags $tileTags;

    /**
     * @var array<string, Template>
     */
    private readonly array $blocks;

    public readonly Layout $layout;

    /**
     * @param array<string, string|null> $settings laid over the module's defaults
     * @param string[] $handles of the layout
     * @param array<string, mixed>|null $settingsOfTheme an argument of the block in a theme's layout
     * @param array<string, object> $lists the blocks of Magento's own lists, by their names
     * @param string[] $otherExtensions their di.xml files
     */
    public function __construct(
        Shop $shop,
        ?Product $product,
        array $settings = ['back_in_stock/general/api_key' => 'ABC123'],
        Store $store = new Store(),
        array $handles = ['catalog_product_view'],
        ?array $settingsOfTheme = null,
        array $lists = [],
        array $otherExtensions = []
    ) {
        $this->head = new Config();
        $this->log = new Log();
        $objects = new ObjectManager([
            Catalog::class => new Catalog($product),
            CollectionFactory::class => $shop->getCollectionFactory(),
            LoggerInterface::class => $this->log,
            ScopeConfigInterface::class => new StoreConfiguration($settings),
            StoreManagerInterface::class => $store,
            UrlInterface::class => $store,
        ], $otherExtensions);
        $this->layout = new Layout($handles, $objects, $lists);
        $this->blocks = $this->layout->createBlocks(
            $this->head,
            ['back_in_stock.configuration' => ['settings' => $settingsOfTheme]]
        );
        $this->configurationTag = $this->blocks['back_in_stock.configuration'];
        $this->productTag = $this->blocks['back_in_stock.product'] ?? null;
        $this->tileTags = $this->blocks['back_in_stock.tiles'] ?? null;
    }

    /**
     * What the blocks add to the page.
     */
    public function print(): string
    {
        return implode('', array_map(static fn (Template $block): string => $block->toHtml(), $this->blocks));
    }

    /**
     * What a block adds to the page.
     */
    public function printBlock(string $name): string
    {
        return $this->blocks[$name]->toHtml();
    }

    /**
     * With which changes the full-page cache drops the page: it asks the blocks that say that they know.
     *
     * @return string[]
     */
    public function listCacheTags(): array
    {
        $tags = [];
        foreach ($this->blocks as $block) {
            if ($block instanceof IdentityInterface) {
                $tags = [...$tags, ...$block->getIdentities()];
            }
        }
        return $tags;
    }

    /**
     * @return array<string, mixed>
     */
    public function readConfiguration(): array
    {
        return self::readTag('data-back-in-stock-config data-mark="' . Random::$next . '"', $this->configurationTag->toHtml());
    }

    /**
     * @return array<string, mixed>
     */
    public function readProduct(): array
    {
        return self::readTag('data-back-in-stock-product data-mark="' . Random::$next . '"', $this->productTag->toHtml());
    }

    /**
     * The products of the tiles, in the order of their tags.
     *
     * @return array<int, array<string, mixed>>
     */
    public function readTiles(): array
    {
        $tags = preg_split('~(?<=</script>)\n~', $this->tileTags->toHtml(), -1, PREG_SPLIT_NO_EMPTY);
        return array_map(static fn (string $tag): array => self::readTag('data-back-in-stock-product="tile" data-mark="' . Random::$next . '"', $tag), $tags);
    }

    /**
     * @return array<string, mixed>
     */
    private static function readTag(string $attribute, string $html): array
    {
        $matches = [];
        $pattern = "~^<script type=\"application/json\" $attribute>([^<>]*)</script>$~";
        if (!preg_match($pattern, trim($html), $matches)) {
            throw new \UnexpectedValueException("This is no single $attribute: $html");
        }
        return json_decode($matches[1], true, 512, JSON_THROW_ON_ERROR);
    }
}
