import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { type Trim, trim } from './trim.ts';

const SOURCE = join(dirname(createRequire(import.meta.url).resolve('preact/package.json')), 'src');

/**
 * Preact is built from the source in its package, without what the form has no use for: taking over
 * markup of a server (hydration, suspense, existing children), class components with their state and error
 * boundaries, contexts, portals, refs, the hooks of its add-ons, SVG and MathML, style objects, and HTML given
 * as text, which this widget must never set. Together that is half of it. Every test in a browser runs with
 * what is left: elements, functions of properties, keyed lists, events.
 */
export const trimPreact: Plugin = {
  name: 'trim-preact',
  enforce: 'pre',
  resolveId: (id) => (id === 'preact' ? join(SOURCE, 'index.js') : undefined),
  transform(code, id) {
    if (!id.startsWith(SOURCE)) return undefined;
    const file = id.slice(SOURCE.length + 1).replaceAll(sep, '/');
    return trim(file, code.replaceAll(UNUSED_PARAMETERS, ''), TRIMS[file] ?? []);
  },
};

/** They belong to those features, and stand on lines of their own wherever they are declared and passed. */
const UNUSED_PARAMETERS =
  /^\t+(globalContext|namespace|excessDomChildren|commitQueue|isHydrating|refQueue),?\n/gm;

const TRIMS: Readonly<Record<string, readonly Trim[]>> = {
  'render.js': [
    { from: 'if (options._root)', to: ';' },
    { from: 'if (parentDom.nodeType == 9)', to: '}' },
    { from: 'let isHydrating =', to: ';' },
    { from: 'isHydrating ? NULL : parentDom._children', becomes: 'parentDom._children' },
    { from: 'let commitQueue = []', to: 'refQueue = [];' },
    { from: '\t\tEMPTY_OBJ,\n\t\tparentDom.namespaceURI,', to: ': NULL,' },
    { from: ': parentDom.firstChild', becomes: ': NULL' },
    { from: 'commitRoot(commitQueue, parentDom._children, refQueue);' },
  ],
  'diff/index.js': [
    { from: 'if (\n\t\toldVNode._flags & MODE_SUSPENDED', to: '\n\t}\n' },
    { from: 'if ((tmp = options._diff)) tmp(newVNode);' },
    {
      from: 'outer: if (typeof',
      to: 'const renderResult =',
      becomes: `if (typeof newType == 'function') {
        tmp = newType(newVNode.props);
        const renderResult =`,
    },
    { from: 'if (newProps._parentDom) {\n\t\t\t\ttmp = oldDom;', to: '\n\t\t\t}\n' },
    { from: 'if (newProps._parentDom) {', to: '\n\t} else {', becomes: '} else {' },
    { from: 'if ((tmp = options.diffed)) tmp(newVNode);' },
    { from: 'let newHtml;' },
    { from: 'let oldHtml;' },
    { from: 'let checked;' },
    { from: "if (nodeType == 'svg')", to: '= XHTML_NAMESPACE;' },
    { from: 'if (excessDomChildren) {', to: '\n\t}\n' },
    { from: 'doc.createElementNS(', to: ');', becomes: 'doc.createElement(nodeType);' },
    { from: 'if (isHydrating) {', to: 'excessDomChildren = NULL;' },
    { from: ' && (!isHydrating || dom.data != newProps)' },
    { from: "(nodeType == 'template' && dom.content) || dom", becomes: 'dom' },
    { from: 'excessDomChildren =\n', to: 'slice.call(parentDom.childNodes);' },
    { from: 'if (!isHydrating && excessDomChildren) {', to: '\n\t\t}\n' },
    { from: "if (i == 'dangerouslySetInnerHTML') {", to: '} else ' },
    {
      from: '!(i in newProps) &&\n',
      to: "'defaultChecked' in newProps)",
      becomes: '!(i in newProps)',
    },
    { from: 'value, namespace);', becomes: 'value);' },
    { from: "} else if (i == 'dangerouslySetInnerHTML') {", to: 'newHtml = value;' },
    { from: "} else if (i == 'checked') {", to: 'checked = value;' },
    { from: "(!isHydrating || typeof value == 'function') &&" },
    { from: 'oldProps[i], namespace);', becomes: 'oldProps[i]);' },
    { from: 'if (newHtml) {', to: '} else {', becomes: '{' },
    { from: "if (oldHtml) dom.textContent = '';" },
    { from: "if (\n\t\t\t\tnodeType == 'foreignObject'", to: '\n\t\t\t}\n' },
    { from: '? excessDomChildren[0]\n', to: ': ' },
    { from: 'if (excessDomChildren) excessDomChildren.some(removeNode);' },
    {
      from: "if (!isHydrating || nodeType == 'textarea') {",
      to: 'return dom;',
      becomes: `if (inputValue != UNDEFINED && inputValue !== dom.value) dom.value = inputValue;
        }
        return dom;`,
    },
    { from: 'let r, end, nodes;', to: 'options.unmount(vnode);', becomes: 'let r;' },
    { from: 'if ((r = vnode.ref)', to: '\n\t}\n' },
    { from: 'if ((r = vnode._component)) {', to: '\n\t}\n' },
    {
      from: "typeof vnode.type == 'function'\n",
      to: ': true',
      becomes: "typeof vnode.type == 'function' ? skipRemove : true",
    },
    { from: 'if (\n\t\t!skipRemove &&', to: '\n\t}\n' },
    { from: 'vnode._component = ' },
  ],
  'diff/children.js': [
    { from: 'if (oldVNode.ref != childVNode.ref', to: '\n\t\t}\n' },
    { from: 'if (parentVNode.props._parentDom) return oldDom;' },
    { from: 'while (next && next.nodeType == 8) next = next.nextSibling;' },
    {
      from: 'while (\n\t\t(oldDom = oldDom',
      to: ');',
      becomes: 'oldDom = oldDom && oldDom.nextSibling;',
    },
  ],
  'diff/props.js': [
    { from: "if (name == 'style') {", to: '\telse if', becomes: 'if' },
    { from: 'useCapture = name != (name =', to: ');' },
    { from: 'let useCapture;' },
    { from: 'proxy, useCapture)', becomes: 'proxy)' },
    { from: 'proxy, useCapture)', becomes: 'proxy)' },
    { from: 'if (namespace == SVG_NAMESPACE) {', to: '} else if', becomes: 'if' },
    { from: 'options.event ? options.event(e) : e', becomes: 'e' },
  ],
  'component.js': [
    { from: 'BaseComponent.prototype.setState', to: '\n};' },
    { from: 'BaseComponent.prototype.forceUpdate', to: '\n};' },
    { from: 'BaseComponent.prototype.render = Fragment;' },
    { from: '&& !vnode.props._parentDom' },
  ],
  'create-element.js': [{ from: 'if (!original && options.vnode) options.vnode(vnode);' }],
};
