import { calculationsAgree } from '../support/wages/calculations-agree.ts';

calculationsAgree(100_000);
