package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** What may be asked of a casualty. */
public sealed interface CasualtyCommand {
  CasualtyId casualty();

  /** What to do when somebody already wears the tag. */
  enum WhenTaken {
    /** Refuse: whoever asks can look and choose. */
    REFUSE,
    /** Give a name of its own and mark both: a phone without network could not ask. */
    MARK
  }

  /**
   * Put a tag on somebody.
   *
   * @param verdict of the sieve, or null when it is yet to be done
   * @param at when; null for now
   */
  record Register(
      CasualtyId casualty,
      RegionCode region,
      About about,
      @Nullable Verdict verdict,
      @Nullable Instant at,
      WhenTaken whenTaken)
      implements CasualtyCommand {
    public Register {
      if (!casualty.printed()) {
        throw new Refused("casualty.form", "tag", Map.of("value", casualty.tag()));
      }
    }
  }

  /**
   * Sieve or sort it again.
   *
   * @param at when it was found; null for now
   */
  record Categorise(CasualtyId casualty, Verdict verdict, @Nullable Instant at)
      implements CasualtyCommand {}

  /**
   * Tell one thing that is known beside the category.
   *
   * @param at when it was found or done; null for now
   */
  record Describe(CasualtyId casualty, Fact fact, @Nullable Instant at)
      implements CasualtyCommand {}

  /**
   * Tell who it is.
   *
   * @param reserve whether it is a reserve number only
   */
  record Identify(CasualtyId casualty, PatientId patient, boolean reserve)
      implements CasualtyCommand {}

  /**
   * Decide where it goes.
   *
   * @param proposed what was proposed, or empty
   * @param reason required when it goes elsewhere than was proposed, or beyond what is left, 2–300
   *     characters
   * @param beyond whether the sender knows that the hospital is closed, full or without what is
   *     needed
   * @param planned whether what was proposed is what the server itself had planned for the
   *     casualty, which then stands in place of the key's next
   */
  record Send(
      CasualtyId casualty,
      String facility,
      String proposed,
      String reason,
      boolean beyond,
      boolean planned)
      implements CasualtyCommand {
    /** One that stays within what the hospital has left. */
    public Send(CasualtyId casualty, String facility, String proposed, String reason) {
      this(casualty, facility, proposed, reason, false);
    }

    /** One that is held against what the key proposes. */
    public Send(
        CasualtyId casualty, String facility, String proposed, String reason, boolean beyond) {
      this(casualty, facility, proposed, reason, beyond, false);
    }

    public Send {
      facility = Texts.require("facility", facility, 1, 64);
      proposed = Texts.optional("proposed", proposed, 64);
      boolean deviates = !proposed.isEmpty() && !proposed.equals(facility);
      reason = Texts.optional("reason", reason, 300);
      if (deviates || beyond) {
        reason = Texts.require("reason", reason, 2, 300);
      }
    }
  }

  /**
   * It leaves the place.
   *
   * @param vehicle unit or other vehicle, 1–60 characters
   * @param at when; null for now
   */
  record Depart(CasualtyId casualty, String vehicle, @Nullable Instant at)
      implements CasualtyCommand {
    public Depart {
      vehicle = Texts.require("vehicle", vehicle, 1, 60);
    }
  }

  /**
   * It is at a hospital, also one nobody had decided, or without anybody having told that it left.
   */
  record Arrive(CasualtyId casualty, String facility, @Nullable Instant at)
      implements CasualtyCommand {
    public Arrive {
      facility = Texts.require("facility", facility, 1, 64);
    }
  }

  /** It has a bed. */
  record Admit(CasualtyId casualty, String ward) implements CasualtyCommand {
    public Admit {
      ward = Texts.require("ward", ward, 1, 120);
    }
  }

  /** It is let go, or dead and taken care of: nothing more is to come. */
  record Settle(CasualtyId casualty, String reason) implements CasualtyCommand {
    public Settle {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /** It is the same person as another, whose tag is used from now on. */
  record Merge(CasualtyId casualty, CasualtyId into) implements CasualtyCommand {}

  /** Two who were merged are two after all; each gets back what was said under its own tags. */
  record Split(CasualtyId casualty, CasualtyId apart, String reason) implements CasualtyCommand {
    public Split {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /** What can have been said by mistake. What is told as facts is corrected by telling it anew. */
  enum Mistake {
    /** The category that holds: the one before it holds again. */
    CATEGORY,
    /** Who it is: the identity before it holds again, if there was one. */
    IDENTITY
  }

  /** What was said last was wrong, as of another person. */
  record Correct(CasualtyId casualty, Mistake mistake, String reason) implements CasualtyCommand {
    public Correct {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /** The last step, such as arrived or let go, was a mistake. */
  record Reopen(CasualtyId casualty, String reason) implements CasualtyCommand {
    public Reopen {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }
}
