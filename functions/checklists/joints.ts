/* The names that checklists are known by. Nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const checklistsOutcomes = {
  /** Somebody of the staff is asked to do items. */
  'checklist-work': ['REPORTED', 'WITHDRAWN', 'CANCELLED'],
  /** Somebody who is not of the staff is. */
  'checklist-party': ['REPORTED', 'WITHDRAWN', 'LAPSE', 'CANCELLED'],
  /** Whoever manages a list is asked to look at what was reported. */
  'checklist-check': ['CHECKED', 'WITHDRAWN', 'CANCELLED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly checklists:
      | 'ChecklistCompleted'
      | 'ChecklistErased'
      | 'ChecklistItemAccepted'
      | 'ChecklistItemDone'
      | 'ChecklistItemDropped'
      | 'ChecklistItemImpossible'
      | 'ChecklistItemPostponed'
      | 'ChecklistItemReturned'
      | 'ChecklistItemSubstituted'
      | 'ChecklistItemsUnanswered'
      | 'ChecklistMoved'
      | 'ChecklistStarted'
      | 'ChecklistTemplateLoaded';
  }
  interface MailTemplates {
    readonly checklists: {
      readonly 'checklist-asked': { request: string; generation: string };
      readonly 'checklist-item-changed': { list: string; item: string };
      readonly 'checklist-moved': { request: string; generation: string };
      readonly 'checklist-reminder': { requests: string[] };
    };
  }
  interface RequestKinds {
    readonly checklists: { [Kind in keyof typeof checklistsOutcomes]: (typeof checklistsOutcomes)[Kind][number] };
  }
  interface Roles {
    readonly checklists: 'service-provider' | 'checklist-manager';
  }
  interface RecipientKinds {
    /** Who does items of a list without being of the staff: the list, and what it calls them. */
    readonly checklists: 'party';
  }
}
