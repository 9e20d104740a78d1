//! Closed: the name is typed, because nothing outside the vault may say who works here. Forgotten passphrase leads to the recovery key.

import { useRef, useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { Workstation } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { time } from "../../lib/time.ts";
import { Lockscreen } from "./Lockscreen.tsx";
import lock from "./Lockscreen.module.css";
import { Recover } from "./Recover.tsx";
import { useWait } from "./useWait.ts";

function title(workstation: Workstation): string {
  return workstation.locked_at === undefined
    ? "Sign in"
    : `Locked at ${time(workstation.locked_at)}. Everything is saved.`;
}

export function SignIn({ workstation }: { workstation: Workstation }) {
  const [forgot, setForgot] = useState(false);
  if (forgot) return <Recover workstation={workstation} onBack={() => setForgot(false)} />;
  return (
    <Lockscreen title={title(workstation)} workstation={workstation}>
      <SignInForm onForgot={() => setForgot(true)} />
    </Lockscreen>
  );
}

function SignInForm({ onForgot }: { onForgot: () => void }) {
  const [login, setLogin] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const signIn = useOp("workstation.sign_in");
  const wait = useWait(signIn.error);
  const field = useRef<HTMLInputElement>(null);
  const submit = () => {
    if (wait !== undefined || signIn.isPending) return;
    signIn.mutate(
      { login: login.trim(), passphrase },
      {
        onError: () => {
          setPassphrase("");
          field.current?.focus();
        },
      },
    );
  };
  return (
    <Form
      className={lock.form}
      onSubmit={submit}
      refusal={signIn.error?.code === "wait" ? null : signIn.error}
      fields={["login", "passphrase"]}
      label="Sign in"
    >
      <Field
        label="Your name"
        name="login"
        value={login}
        onChange={setLogin}
        help="The sign-in name you were given, such as mquinones"
        size="tall"
        autoFocus
        isRequired
      />
      <PassphraseField value={passphrase} onChange={setPassphrase} size="tall" isRequired inputRef={field} />
      <Button
        type="submit"
        kind="primary"
        size="tall"
        keys="Enter"
        pending={signIn.isPending}
        why={wait}
        className={lock.tall}
      >
        Sign in
      </Button>
      <p className={lock.links}>
        <Button kind="quiet" size="sm" onPress={onForgot}>
          I forgot my passphrase
        </Button>
      </p>
    </Form>
  );
}
