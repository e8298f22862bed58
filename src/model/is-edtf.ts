import { ValidateBy } from 'class-validator';
import { bounds } from './edtf.js';

const problem = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return `${JSON.stringify(value)} is no EDTF date in quotes`;
  try {
    bounds(value);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

/** The value is an EDTF date that `bounds` can read. */
export const IsEdtf = () =>
  ValidateBy({
    name: 'isEdtf',
    validator: {
      validate: (value) => problem(value) === undefined,
      defaultMessage: (args) => `${args?.property}: ${problem(args?.value)}`,
    },
  });
