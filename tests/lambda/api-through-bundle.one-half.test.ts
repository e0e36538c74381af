import { apiThroughBundle } from './api-through-bundle.ts';

apiThroughBundle(0);
