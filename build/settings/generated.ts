import { renewDocument } from './print-documents.ts';
import { renewConfigXml, renewTexts } from './print-module.ts';

/** Every file that has something of the descriptions of the settings, and what the file should be. */
export const GENERATED: Readonly<Record<string, (content: string) => string>> = {
  'docs/settings.md': renewDocument('settings', 'events'),
  'docs/texts.md': renewDocument('texts'),
  'docs/script-tag.md': renewDocument('attributes'),
  'magento/etc/config.xml': renewConfigXml,
  'magento/Model/Texts.php': renewTexts,
};
