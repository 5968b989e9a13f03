import { GraphQLError } from 'graphql';

/** Magento's categories of errors, which it tells in the extensions. */
type Category = 'graphql-input' | 'graphql-authorization' | 'internal';

/** An error as Magento's resolvers raise it. */
export function graphqlFailure(message: string, category: Category): GraphQLError {
  return new GraphQLError(message, { extensions: { category } });
}
