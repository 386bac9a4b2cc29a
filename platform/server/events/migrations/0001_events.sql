-- Who wants to hear of an event. Processes that load a listener write it here at their start,
-- so that the fan-out knows listeners of modules which run elsewhere.
CREATE TABLE platform.event_listener (
  event text NOT NULL,
  listener text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event, listener)
);
