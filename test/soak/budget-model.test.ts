import { budgetModel } from '../support/budget/budget-model.ts';

budgetModel(10_000);
