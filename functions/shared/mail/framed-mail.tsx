import type { ComponentChildren, VNode } from 'preact';
import { Button, Small } from './components.tsx';
import { type MailContent, type RenderedMail, renderMail } from './render.tsx';

interface Frame extends Omit<MailContent, 'body'> {
  /** Whom to ask: no mail leaves that off. */
  readonly footer: VNode;
  /** The one button below what the mail says. */
  readonly button?: { readonly href: string; readonly label: string };
  /** What may be done with the links of the mail, in small type. */
  readonly small?: string;
}

/** The frame of every mail: what it says, a button if it has one, and what may be done with its links. */
export const framedMail = ({ button, small, ...content }: Frame, children: ComponentChildren): RenderedMail =>
  renderMail({
    ...content,
    body: (
      <>
        {children}
        {button && (
          <Button href={button.href} lang={content.lang}>
            {button.label}
          </Button>
        )}
        {small && <Small>{small}</Small>}
      </>
    ),
  });
