<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test;

use BackInStock\Klaviyo\Block;
use BackInStock\Klaviyo\Model\ProductData;
use BackInStock\Klaviyo\Model\ProductData\ConfigurableDescription;
use BackInStock\Klaviyo\Model\ProductData\GroupedDescription;
use BackInStock\Klaviyo\Model\ProductData\UndividedDescription;
use BackInStock\Klaviyo\Model\Settings;
use BackInStock\Klaviyo\Model\Texts;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use BackInStock\Klaviyo\ViewModel;
use Magento\Catalog\Helper\Data as Catalog;
use Magento\Catalog\Model\Product;
use Magento\CatalogInventory\Model\ResourceModel\Stock\StatusFactory;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Magento\Framework\View\Page\Config;

/**
 * A page of the shop with the module's two blocks on it, put together as the layout says.
 */
final class Page
{
    public readonly Config $head;

    public readonly Log $log;

    public readonly Block\ConfigurationTag $configurationTag;

    public readonly Block\ProductTag $productTag;

    /**
     * @param array<string, string|null> $settings laid over the module's defaults
     * @param array<string, mixed>|null $settingsOfTheme arguments of the block in a theme's layout
     */
    public function __construct(
        Shop $shop,
        ?Product $product,
        array $settings = ['back_in_stock/general/api_key' => 'ABC123'],
        Store $store = new Store(),
        bool $isForTiles = false,
        ?array $settingsOfTheme = null
    ) {
        $this->head = new Config();
        $this->log = new Log();
        $saved = new Settings(new StoreConfiguration($settings));
        $configuration = new WidgetConfiguration($saved, new Texts(), $store, $store);
        $productData = new ProductData(
            $store,
            new ConfigurableDescription(),
            new GroupedDescription($shop->getCollectionFactory(), new StatusFactory()),
            new UndividedDescription()
        );
        $serializer = new JsonHexTag();
        $this->configurationTag = new Block\ConfigurationTag($this->head, [
            'template' => 'configuration-tag.phtml',
            'view_model' => new ViewModel\ConfigurationTag($saved, $configuration, $serializer),
            'is_for_tiles' => $isForTiles,
            'settings' => $settingsOfTheme,
        ]);
        $this->productTag = new Block\ProductTag($this->head, [
            'template' => 'product-tag.phtml',
            'view_model' => new ViewModel\ProductTag(
                $saved,
                new Catalog($product),
                $productData,
                $serializer,
                $this->log
            ),
        ]);
        $this->configurationTag->setLayout();
        $this->productTag->setLayout();
    }

    /**
     * What the blocks add to the end of the body.
     */
    public function print(): string
    {
        return $this->configurationTag->toHtml() . $this->productTag->toHtml();
    }

    /**
     * @return array<string, mixed>
     */
    public function readConfiguration(): array
    {
        return self::readTag('data-back-in-stock-config', $this->configurationTag->toHtml());
    }

    /**
     * @return array<string, mixed>
     */
    public function readProduct(): array
    {
        return self::readTag('data-back-in-stock-product', $this->productTag->toHtml());
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
