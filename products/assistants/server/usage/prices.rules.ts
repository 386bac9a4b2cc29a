/** Prices of a model in the currency of the installation, for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** By `provider:model`. */
export type Prices = ReadonlyMap<string, Price>;

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Reads `{"openai:gpt-4.1-mini": {"input": 0.4, "output": 1.6}}`. Throws an Error that says what is wrong. */
export function readPrices(json: string): Prices {
  const fault = (what: string) => new Error(`ASSISTANTS_PRICES: ${what}`);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw fault('this is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault('an object of prices by provider:model is expected.');
  return new Map(
    Object.entries(value).map(([model, price]: [string, unknown]) => {
      const [input, output] =
        typeof price === 'object' && price !== null
          ? [Reflect.get(price, 'input'), Reflect.get(price, 'output')]
          : [];
      if (!isAmount(input) || !isAmount(output))
        throw fault(`${model} needs "input" and "output", prices of a million tokens.`);
      return [model, { input, output }];
    }),
  );
}

/** The cost of tokens in millionths of the currency, rounded up; 0 for a model without a price. */
export function costMicros(
  price: Price | undefined,
  tokens: { readonly input: number; readonly output: number },
): number {
  if (price === undefined) return 0;
  // A price of a million tokens in the currency is a price of one token in its millionths.
  return Math.ceil(tokens.input * price.input + tokens.output * price.output);
}
