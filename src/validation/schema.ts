import {
  $constructor,
  $ZodCustom,
  $ZodType,
  type $ZodTypeDef,
  type $ZodTypeInternals,
  type ParsePayload,
  util,
} from 'zod/v4/core';

// The schemas are zod's, made from its core, which is there for libraries that need a part of it:
// `rule` is `z.custom`, `group` is `z.object` without what no setting needs (optional and unknown
// members, promises), and `parse` is the Standard Schema interface of every zod schema. All three
// together are less than half of what they cost by way of `zod/mini`.

/** Reads a value of this type. */
export type Schema<Value> = $ZodType<Value, Value>;

/** What is wrong: where, and what the schema says to it. */
export interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** A value for which `isRight` holds; otherwise, and when `isRight` throws, an issue with this message. */
export function rule<Value>(isRight: (value: Value) => unknown, message = ''): Schema<Value> {
  return new $ZodCustom({
    type: 'custom',
    check: 'custom',
    error: () => message,
    fn(value) {
      try {
        return isRight(value as Value);
      } catch {
        return false;
      }
    },
  }) as Schema<Value>;
}

interface GroupDefinition extends $ZodTypeDef {
  readonly members: Readonly<Record<string, $ZodType>>;
}

interface Group extends $ZodType {
  _zod: $ZodTypeInternals & { def: GroupDefinition };
}

const ZodGroup = $constructor<Group>('ZodGroup', (schema, definition) => {
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
      issues.push(...util.prefixIssues(name, part.issues));
    }
    payload.value = values;
    return payload;
  };
});

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
  value: unknown,
): { readonly value?: Value; readonly issues?: readonly Issue[] } {
  return schema['~standard'].validate(value) as ReturnType<typeof parse<Value>>;
}
