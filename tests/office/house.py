# SPDX-License-Identifier: Apache-2.0
"""The program as a process that can be killed, and people of an office who speak HTTP with it. For kills.py."""

import datetime
import http.client
import json
import pathlib
import re
import select
import signal
import subprocess
import threading
import urllib.parse

GAZETTE = 'name = "云岭省人民政府公报"\nsections = ["省政府令", "省政府文件"]\n'
STARTS_WITHIN = 30  # seconds
ANSWERS_WITHIN = 60


class Gone(Exception):
    """The program went before its whole answer was there."""


class House:
    """A data folder and the program that serves its office."""

    def __init__(self, gongbao, folder):
        self.gongbao = gongbao
        self.data = pathlib.Path(folder)
        (self.data / "gazette.toml").write_text(GAZETTE, encoding="utf-8")
        self.process = None
        self.port = 0
        self.lock = threading.Lock()

    def run(self, *arguments):
        return subprocess.run([self.gongbao, "--data", self.data, *arguments], capture_output=True, text=True,
                              encoding="utf-8", check=False)

    def start(self):
        """Starts the program. Does not wait until it answers: it may be killed before it does."""
        with self.lock:
            self.process = subprocess.Popen([self.gongbao, "--data", self.data, "office", "--port", "0"],
                                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def await_address(self):
        said = b""
        while not (found := re.search(rb"http://127\.0\.0\.1:(\d+)", said)):
            ready, _, _ = select.select([self.process.stdout], [], [], STARTS_WITHIN)
            more = self.process.stdout.read1() if ready else b""
            if not more:
                raise Gone(f"the office does not start: {said.decode('utf-8', 'replace')}")
            said += more
        self.port = int(found[1])

    def kill(self):
        with self.lock:
            self.process.send_signal(signal.SIGKILL)

    def bury(self):
        """Waits for the end of a killed program. False when it had ended by itself, which it never may."""
        code = self.process.wait()
        self.process.stdout.close()
        return code == -signal.SIGKILL

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.location = response.headers.get("Location", "")
        self.cookies = response.headers.get_all("Set-Cookie") or []
        self.body = body

    def text(self):
        return self.body.decode("utf-8", "replace")

    def value(self, name):
        """Of a hidden field of a form on the page."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text())
        return found[1] if found else ""


class Somebody:
    """A browser without pictures: keeps its cookies and the token of the forms it has seen."""

    def __init__(self, house, login):
        self.house = house
        self.login = login
        self.password = f"合成口令 of {login} 2026"
        self.cookies = {}
        self.token = ""

    def ask(self, method, path, body=None, fields=None):
        fields = dict(fields or {}, Host="localhost")
        if self.cookies:
            fields["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=ANSWERS_WITHIN)
        try:
            connection.request(method, path, body, fields)
            response = connection.getresponse()
            answer = Answer(response, response.read())
        except (OSError, http.client.HTTPException) as error:
            raise Gone(f"{method} {path}: {error!r}") from error
        finally:
            connection.close()
        for line in answer.cookies:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        self.token = answer.value("form_token") or self.token
        return answer

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, *fields):
        body = urllib.parse.urlencode([*fields, ("form_token", self.token)])
        return self.ask("POST", path, body.encode(), {"Content-Type": "application/x-www-form-urlencoded",
                                                      "Sec-Fetch-Site": "same-origin"})

    def hand_in(self, name, text):
        """Uploads a file; the outcomes as the page's script reads them."""
        mark = "----a-line-that-no-notice-has"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n{self.token}\r\n',
                 f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
                 f"Content-Type: text/plain\r\n\r\n{text}\r\n", f"--{mark}--\r\n"]
        answer = self.ask("POST", "/inbox", "".join(parts).encode(), {
            "Content-Type": f"multipart/form-data; boundary={mark}", "Accept": "application/json",
            "Sec-Fetch-Site": "same-origin"})
        return answer, json.loads(answer.body)[0] if answer.status == 200 else {}

    def take_link(self, link):
        path = urllib.parse.urlsplit(link).path
        self.get(path)
        answer = self.post(path, ("password", self.password), ("again", self.password))
        assert answer.status == 303, answer.text()

    def sign_in(self):
        self.get("/sign-in")
        answer = self.post("/sign-in", ("login", self.login), ("password", self.password))
        assert answer.status == 303, answer.text()
        self.get("/account")  # for the token of the session


def settle(house, roles):
    """An office with one person of each role, who are signed in; by their roles."""
    begun = house.run("office", "begin", "--login", "root", "--name", "程望山")
    assert begun.returncode == 0, begun.stderr
    root = Somebody(house, "root")
    root.take_link(begun.stdout.strip())
    root.sign_in()
    people = {}
    for role in roles:
        person = Somebody(house, role)
        department = "云岭省教育厅" if role == "contact" else ""
        page = root.post("/people", ("login", role), ("name", "王" + role), ("department", department),
                         ("role", role)).text()
        person.take_link(re.search(r"http://[^\s<]+/link/[\w-]+", page)[0])
        person.sign_in()
        people[role] = person
    return people


def today():
    """In China, where the office is."""
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date().isoformat()
