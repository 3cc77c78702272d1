import { calculationsAgree } from '../../support/wages/calculations-agree.ts';

calculationsAgree(10_000);
