import { paymentsModel } from '../../support/payments/payments-model.ts';

paymentsModel(2_000);
