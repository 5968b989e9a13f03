import { expect, test } from 'vitest';
import {
  listModuleFiles,
  parseModuleXml,
  readModuleFile,
} from '../../build/module/module-files.ts';
import { RELAY_ENDPOINT } from '../../src/subscribe/transport.ts';

// Magento's router: the first part of an address is the front name of a route, the second a folder of controllers, the
// third an action. It finds classes by their names in lower case, and what an address leaves out is "index".
const [, frontName, folder, action = 'index'] = RELAY_ENDPOINT.split('/');
const { router } = parseModuleXml('etc/frontend/routes.xml').config;
const ACTIONS = listModuleFiles('.php').filter((path) => path.startsWith('Controller/'));

test('the address at which the widget asks is a route of the module', () => {
  expect(router['@id']).toBe('standard');
  expect(router.route['@frontName']).toBe(frontName);
  const names = parseModuleXml('etc/module.xml').config.module.map(
    (module: Record<string, string>) => module['@name'],
  );
  expect(router.route.module.map((module: Record<string, string>) => module['@name'])).toEqual(
    names,
  );
  expect(readModuleFile('registration.php')).toContain(`'${names[0]}'`);
});

test('the class that answers is where Magento looks for it', () => {
  const path = ACTIONS.find(
    (file) => file.toLowerCase() === `controller/${folder}/${action}.php`.toLowerCase(),
  );
  expect(path).toBeDefined();
  const [namespace, name] = [
    /^namespace (.*);$/m.exec(readModuleFile(path ?? ''))?.[1],
    /^class (\w+)/m.exec(readModuleFile(path ?? ''))?.[1],
  ];
  const prefix = router.route.module[0]['@name'].replace('_', '\\');
  expect(`${namespace}\\${name}.php`).toBe(`${prefix}\\${path?.replaceAll('/', '\\')}`);
});
