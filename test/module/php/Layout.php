<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Framework\View\Element\Block\ArgumentInterface;
use Magento\Framework\View\Element\Template;
use Magento\Framework\View\Element\Template\Context;
use Magento\Framework\View\LayoutInterface;
use Magento\Framework\View\Page\Config;

/**
 * The blocks of a page, made of the module's layout files in the way in which Magento makes them: what is added to a
 * container that is on no page is not drawn, and only classes that say that they are for it become arguments.
 */
final class Layout implements LayoutInterface
{
    private const FOLDER = __DIR__ . '/../../../magento/view/frontend/layout/';

    /**
     * The containers of Magento's and Hyvä's product page into which the module puts blocks.
     */
    private const CONTAINERS = ['product.info.main', 'product.info.additional', 'before.body.end'];

    /**
     * @var array<string, class-string> by the name of the block
     */
    private array $classes = [];

    /**
     * @var array<string, array<string, mixed>> by the name of the block
     */
    private array $arguments = [];

    /**
     * @var array<string, Template> by their names
     */
    private array $blocks = [];

    /**
     * @param string[] $handles beside the one that every page has
     * @param ObjectManager $objects creates the view models
     * @param array<string, object> $others blocks that are none of the module's, by their names
     */
    public function __construct(
        array $handles,
        private readonly ObjectManager $objects,
        private readonly array $others = []
    ) {
        foreach (['default', ...$handles] as $handle) {
            $this->read($handle);
        }
    }

    /**
     * @param array<string, array<string, mixed>> $argumentsOfTheme by the name of the block
     * @return array<string, Template>
     */
    public function createBlocks(Config $head, array $argumentsOfTheme = []): array
    {
        foreach ($this->classes as $name => $class) {
            $block = new $class(new Context($head), [...$this->arguments[$name], ...$argumentsOfTheme[$name] ?? []]);
            $this->blocks[$name] = $block->setLayout($this);
        }
        return $this->blocks;
    }

    /**
     * Magento gives false for a block that is not there.
     */
    public function getBlock($name): object|false
    {
        return $this->blocks[$name] ?? $this->others[$name] ?? false;
    }

    /**
     * What a theme does with `<referenceBlock name="…" remove="true"/>`.
     */
    public function removeBlock(string $name): void
    {
        unset($this->blocks[$name]);
    }

    private function read(string $handle): void
    {
        $page = simplexml_load_file(self::FOLDER . "$handle.xml");
        foreach ($page->update as $update) {
            $this->read((string) $update['handle']);
        }
        foreach (self::CONTAINERS as $container) {
            foreach ($page->xpath("body/referenceContainer[@name='$container']/block") as $block) {
                $this->addBlock($block);
            }
        }
        foreach ($page->xpath('body/referenceBlock') as $block) {
            $this->addArguments($block);
        }
    }

    /**
     * A block that is there already begins anew: Magento forgets what it had been told before.
     */
    private function addBlock(\SimpleXMLElement $block): void
    {
        $name = (string) $block['name'];
        $this->classes[$name] = (string) $block['class'];
        $this->arguments[$name] = ['template' => (string) $block['template']];
        $this->addArguments($block);
    }

    private function addArguments(\SimpleXMLElement $block): void
    {
        $name = (string) $block['name'];
        $reader = new ArgumentReader(fn (string $class): ArgumentInterface => $this->objects->get($class));
        $this->arguments[$name] = [...$this->arguments[$name], ...$reader->read($block->arguments)];
    }
}
