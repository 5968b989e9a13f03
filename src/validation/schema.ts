import {
  $constructor,
  $ZodType,
  type $ZodTypeDef,
  type $ZodTypeInternals,
  type ParsePayload,
} from 'zod/v4/core';

// The schemas are zod's, made from its core, which is there for libraries that need a part of it: `rule`
// is what `z.custom` is, and `group` is `z.object` without what no setting needs (optional and unknown
// members, promises). Together they are a fifth of what they cost by way of `zod/mini`.

/** Reads a value of this type. */
export type Schema<Value> = $ZodType<Value, Value>;

/** What is wrong: where, and what the schema says to it. */
export interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

interface Kind<Definition> extends $ZodType {
  _zod: $ZodTypeInternals & { def: $ZodTypeDef & Definition };
}

const ZodRule = $constructor<
  Kind<{ readonly isRight: (value: never) => unknown; readonly message: string }>
>('ZodRule', (schema, definition) => {
  $ZodType.init(schema, definition);
  const { isRight, message } = definition;
  schema._zod.parse = (payload) => {
    const { value: input, issues } = payload;
    let isAccepted: unknown;
    try {
      isAccepted = isRight(input as never);
    } catch {
      // A value that the check cannot even look at is not the right one.
    }
    if (!isAccepted) issues.push({ code: 'custom', message, input, path: [] });
    return payload;
  };
});

/** A value for which `isRight` holds; otherwise, and when `isRight` throws, an issue with this message. */
export function rule<Value>(isRight: (value: Value) => unknown, message = ''): Schema<Value> {
  return new ZodRule({ type: 'custom', isRight, message }) as Schema<Value>;
}

const ZodGroup = $constructor<Kind<{ readonly members: Readonly<Record<string, $ZodType>> }>>(
  'ZodGroup',
  (schema, definition) => {
    $ZodType.init(schema, definition);
    schema._zod.parse = (payload, context) => {
      const { value: input, issues } = payload;
      if (Object(input) !== input) {
        issues.push({ code: 'custom', message: 'an object', input, path: [] });
        return payload;
      }
      const values: Record<string, unknown> = {};
      for (const [name, member] of Object.entries(definition.members)) {
        const value = (input as typeof values)[name];
        const part = member._zod.run({ value, issues: [] }, context) as ParsePayload;
        values[name] = part.value;
        for (const { path = [], ...issue } of part.issues) {
          issues.push({ ...issue, path: [name, ...path] } as (typeof issues)[number]);
        }
      }
      payload.value = values;
      return payload;
    };
  },
);

/** An object with all of these members; others are left out. */
export function group<Value extends object>(
  members: {
    readonly [Name in keyof Value]: Schema<Value[Name]>;
  },
): Schema<Value> {
  return new ZodGroup({ type: 'custom', members }) as unknown as Schema<Value>;
}

/** The value as the schema has read it, or all that is wrong with it. */
export function parse<Value>(
  schema: Schema<Value>,
  input: unknown,
): { readonly value?: Value; readonly issues?: readonly Issue[] } {
  const { value, issues } = schema._zod.run({ value: input, issues: [] }, {}) as ParsePayload;
  return issues.length ? { issues: issues as unknown as Issue[] } : { value: value as Value };
}
