import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { type Trim, trim } from './trim.ts';

const SOURCE = join(dirname(createRequire(import.meta.url).resolve('preact/package.json')), 'src');

/**
 * Preact is built from the source in its package, without what the form has no use for: taking over
 * markup of a server (hydration, suspense, existing children), class components with their state and error
 * boundaries, contexts, portals, refs, the hooks of its add-ons, SVG and MathML, style objects, and HTML given
 * as text, which this widget must never set; moving children, since what the form draws stands where it stands or is
 * not there. Together that is more than half of it. Every test in a browser runs with
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
    { from: 'tmp && tmp.type === Fragment', to: ': tmp;', becomes: 'tmp;' },
    { from: 'parentDom.ownerDocument || document', becomes: 'parentDom.ownerDocument' },
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
    // The box must show what is sent, also when a tick is not taken.
    { from: 'oldProps[i] !== value', becomes: "(oldProps[i] !== value || i == 'checked')" },
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
    { from: "||\n\t\t\ttypeof childVNode == 'function'\n" },
    { from: '||\n\t\t\tchildVNode.constructor === String\n' },
    {
      from: '} else if (childVNode.constructor === VNODE_MARKER',
      to: '} else {',
      becomes: '} else {',
    },
    { from: 'let skew = 0;' },
    { from: 'let moved = 0;' },
    { from: 'const skewedIndex = i + skew;' },
    { from: 'childVNode._depth = newParentVNode._depth + 1;' },
    // The child before is looked for in its place alone.
    {
      from: 'const matchingIndex = (childVNode._index',
      to: 'moved = 1;\n\t\t\t}\n\t\t}\n',
      becomes: `oldVNode = oldChildren[i];
        if (oldVNode && childVNode.key == oldVNode.key && childVNode.type == oldVNode.type) {
          oldVNode._flags |= MATCHED;
          childVNode._index = i;
        } else if (typeof childVNode.type != 'function') childVNode._flags |= INSERT_VNODE;
      `,
    },
    { from: ',\n\t\tremainingOldChildren = oldChildrenLength' },
    { from: 'if (remainingOldChildren) {', becomes: '{' },
    { from: 'if (moved) {', to: '\n\t}\n' },
    { from: '&= ~(INSERT_VNODE | LIS_CANDIDATE)', becomes: '&= ~INSERT_VNODE' },
    {
      from: 'insert(childVNode, oldDom, parentDom, !oldVNode._original)',
      becomes: 'insert(childVNode, oldDom, parentDom)',
    },
    { from: 'if (oldVNode._dom) {\n', to: '}\n' },
    {
      from: 'insert(parentVNode, oldDom, parentDom, isMounting)',
      becomes: 'insert(parentVNode, oldDom, parentDom)',
    },
    { from: "if (typeof parentVNode.type == 'function') {", to: '\n\t} else {', becomes: '{' },
    { from: 'if (!isMounting &&', to: '} else {', becomes: '{' },
    { from: 'if (oldDom && !oldDom.parentNode) {', to: '\n\t\t}\n' },
    { from: 'if (oldVNode.ref != childVNode.ref', to: '\n\t\t}\n' },
    { from: 'while (next && next.nodeType == 8) next = next.nextSibling;' },
    {
      from: 'while (\n\t\t(oldDom = oldDom',
      to: ');',
      becomes: 'oldDom = oldDom && oldDom.nextSibling;',
    },
  ],
  'diff/props.js': [
    { from: "name != 'width' &&", to: "name != 'href' &&", becomes: "name != 'href' &&" },
    { from: "name != 'list' &&", to: "name != 'colSpan' &&" },
    { from: "name != 'popover' &&" },
    {
      from: 'try {\n',
      to: '} catch (e) {}',
      becomes: "dom[name] = value == NULL ? '' : value;\nreturn;",
    },
    { from: "if (typeof value == 'function') return;" },
    {
      from: 'eventProxies[name] || (eventProxies[name] = createEventProxy(name))',
      becomes: 'createEventProxy(name)',
    },
    { from: 'const eventProxies = {};' },
    { from: "name == 'popover' && value == true ? '' : value", becomes: 'value' },
    { from: 'let EVENT_DISPATCHED = Symbol();' },
    { from: 'let eventClock = 0;' },
    { from: "if (typeof oldValue != 'function') oldValue = NULL;" },
    { from: "if (typeof value != 'function') value = NULL;" },
    { from: 'if (!value || !oldValue) {', becomes: 'if (!oldValue) {' },
    {
      from: 'if (value) {\n\t\t\t\tdom.addEventListener(',
      to: 'removeEventListener(name, proxy, useCapture);\n\t\t\t}',
      becomes: 'dom.addEventListener(name, proxy);',
    },
    { from: '(dom._attached || (dom._attached = {}))[name] = eventClock;' },
    {
      from: 'let eventHandler = this._listeners;',
      to: 'return eventHandler(options.event ? options.event(e) : e);\n\t\t}',
      becomes: 'return this._listeners[name](e);',
    },
    { from: "if (name == 'style') {", to: '\telse if', becomes: 'if' },
    { from: 'useCapture = name != (name =', to: ');' },
    { from: 'let useCapture;' },
    { from: 'if (namespace == SVG_NAMESPACE) {', to: '} else if', becomes: 'if' },
  ],
  'component.js': [
    { from: 'BaseComponent.prototype.setState', to: '\n};' },
    { from: 'BaseComponent.prototype.forceUpdate', to: '\n};' },
    { from: 'BaseComponent.prototype.render = Fragment;' },
    { from: '&& !vnode.props._parentDom' },
  ],
  'create-element.js': [
    {
      from: 'createElement(type, props, children) {',
      to: 'createVNode(type, normalizedProps, key, ref, NULL);',
      becomes: `createElement(type, props, ...children) {
        const { key, ...others } = props || {};
        return createVNode(type, { children, ...others }, key);`,
    },
    {
      from: 'createVNode(type, props, key, ref, original)',
      becomes: 'createVNode(type, props, key)',
    },
    { from: '\t\tref,\n\t\t_children', becomes: '\t\t_children' },
    { from: '_depth: 0,' },
    { from: '_component: NULL,' },
    { from: '_original: original || ++vnodeId,' },
    { from: 'if (!original && options.vnode) options.vnode(vnode);' },
  ],
  'constants.js': [{ from: "Symbol.for('pv')", becomes: '{}' }],
};
