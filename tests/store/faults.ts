import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import type { Fault } from '../../src/store/verify/fault.js';
import { verify } from '../../src/store/verify/verify.js';

/** All that a look through a store finds wrong. */
export async function faultsOf(store: Store): Promise<Fault[]> {
  const faults: Fault[] = [];
  await store.write(async (ledger) => {
    for await (const fault of verify(ledger, catalogue, () => undefined)) faults.push(fault);
  });
  return faults;
}
