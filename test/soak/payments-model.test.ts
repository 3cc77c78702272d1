import { paymentsModel } from '../support/payments/payments-model.ts';

paymentsModel(10_000);
