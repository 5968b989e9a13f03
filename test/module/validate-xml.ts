import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const readSchema = (name: string) => ({
  fileName: `${name}.xsd`,
  contents: readFileSync(new URL(`schemas/${name}.xsd`, import.meta.url), 'utf8'),
});

/** What is wrong with an XML file, by one of the schemas in `schemas/`. */
export async function validateXml(schema: string, contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'file.xml', contents },
    schema: readSchema(schema),
    preload: readSchema('arguments'),
  });
  return errors.map(({ message }) => message);
}
