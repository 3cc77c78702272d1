"""What the local cloud does otherwise than the MiniStack of local/requirements.txt, all in one place."""

import json
from urllib.parse import parse_qs


class NewMails:
    """`GET /_ministack/ses/messages?after=N`: only the mails after number N, for whoever asks again and again.

    MiniStack's own answer is every mail since the start: 16 MB and 0.2 s of CPU at 1,800 mails. Numbers count from 1 in
    the order of acceptance, over all accounts and regions, and hold until the process ends.
    """

    def __init__(self, app):
        self.app = app
        self.mails = []
        self.read = {}

    async def __call__(self, scope, receive, send):
        after = self.asked(scope)
        if after is None:
            return await self.app(scope, receive, send)
        if not after.isdecimal():
            return await answer_json(send, 400, {"message": f"after is no number: {after}"})
        self.read_on()
        number = int(after)
        messages = [
            {"Number": number + index, **shown(mail)} for index, mail in enumerate(self.mails[number:], start=1)
        ]
        await answer_json(send, 200, {"messages": messages, "next": len(self.mails)})

    @staticmethod
    def asked(scope):
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/_ministack/ses/messages":
            return None
        return parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True).get("after", [None])[0]

    def read_on(self):
        from ministack.services import ses

        found = []
        for key, mails in list(ses._sent_emails.to_dict().items()):
            known, seen = self.read.get(key, (mails, 0))
            # A reset of MiniStack begins another list.
            begin = seen if known is mails else 0
            new = mails[begin:]
            self.read[key] = (mails, begin + len(new))
            found.extend(new)
        self.mails.extend(sorted(found, key=lambda mail: mail["Timestamp"]))


def shown(mail):
    return {
        "MessageId": mail["MessageId"],
        "Source": mail["Source"],
        "To": mail.get("To", []),
        "CC": mail.get("CC", []),
        "BCC": mail.get("BCC", []),
        "Subject": mail.get("RenderedSubject") or mail.get("Subject", ""),
        "BodyText": mail.get("RenderedBodyText") or mail.get("BodyText", ""),
        "BodyHtml": mail.get("RenderedBodyHtml") or mail.get("BodyHtml"),
        "Timestamp": mail["Timestamp"],
    }


async def answer_json(send, status, body):
    encoded = json.dumps(body).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(encoded)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": encoded})
