import { useEffect, useRef, useState } from 'react';
import { t } from '../text';
import { isTag, tagOf } from './sieve';

/** What browsers that can read bar codes have; others have nothing of that name. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ readonly rawValue: string }[]>;
}

type DetectorMaker = new (options: { formats: string[] }) => Detector;

const FORMATS = ['qr_code', 'code_128', 'code_39', 'ean_13', 'data_matrix'];
/** Looked at so often, a card is read as soon as it is held still. */
const LOOK_MILLISECONDS = 200;

/** Looked up when it is needed: a test or a page may have put one there. */
function maker(): DetectorMaker | undefined {
  return (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
}

interface Props {
  readonly onTag: (tag: string) => void;
}

/** Reads the card's code by the camera, where the browser can; elsewhere there is no button. */
export function TagCamera({ onTag }: Props) {
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState('');
  const there = maker() !== undefined && 'mediaDevices' in navigator;
  if (!there) return null;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-expanded={on}
        onClick={() => {
          setProblem('');
          setOn(!on);
        }}
      >
        {t(on ? 'sieve.cameraOff' : 'sieve.camera')}
      </button>
      {on && (
        <Finder
          onTag={(tag) => {
            setOn(false);
            onTag(tag);
          }}
          onProblem={() => {
            setOn(false);
            setProblem(t('sieve.noCamera'));
          }}
        />
      )}
      {problem && (
        <p role="alert" className="warn-ink sieve-camera">
          {problem}
        </p>
      )}
    </>
  );
}

interface FinderProps extends Props {
  readonly onProblem: () => void;
}

/** The picture of the camera, until it has seen a tag. */
function Finder({ onTag, onProblem }: FinderProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onTag, onProblem });
  useEffect(() => {
    told.current = { onTag, onProblem };
  });
  useEffect(() => {
    const Made = maker();
    let gone = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (detector: Detector) => {
      const seen = video.current ? await detector.detect(video.current).catch(() => []) : [];
      const tag = seen.map((one) => tagOf(one.rawValue)).find(isTag);
      if (gone) return;
      if (tag === undefined) timer = setTimeout(() => void look(detector), LOOK_MILLISECONDS);
      else told.current.onTag(tag);
    };
    const start = async () => {
      if (!Made) throw new Error('no detector');
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (gone || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      await look(new Made({ formats: FORMATS }));
    };
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    start().catch(() => gone || told.current.onProblem());
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, []);
  return <video ref={video} className="sieve-camera" muted playsInline />;
}
