export { telling } from '../casework/event-sentences.ts';
