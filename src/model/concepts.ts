import { Actor } from './concepts/actor.js';
import { Article } from './concepts/article.js';
import { Change } from './concepts/change.js';
import { Claim } from './concepts/claim.js';
import { Country } from './concepts/country.js';
import { Document } from './concepts/document.js';
import { Entity } from './concepts/entity.js';
import { Event } from './concepts/event.js';
import { Fact } from './concepts/fact.js';
import { Match } from './concepts/match.js';
import { Meeting } from './concepts/meeting.js';
import { MeetingSeries } from './concepts/meeting-series.js';
import { Mention } from './concepts/mention.js';
import { Node } from './concepts/node.js';
import { Organization } from './concepts/organization.js';
import { Participation } from './concepts/participation.js';
import { Person } from './concepts/person.js';
import { Place } from './concepts/place.js';
import { Position } from './concepts/position.js';
import { Report } from './concepts/report.js';
import { Role } from './concepts/role.js';
import { Statement } from './concepts/statement.js';
import { Topic } from './concepts/topic.js';
import { UnnamedActor } from './concepts/unnamed-actor.js';
import { Venue } from './concepts/venue.js';
import type { ConceptClass } from './declare.js';

/** Every concept there is, interfaces first. A new one is its file and a line here. */
export const concepts: readonly ConceptClass[] = [
  Node,
  Fact,
  Entity,
  Actor,
  Person,
  Country,
  Organization,
  UnnamedActor,
  Place,
  Venue,
  Meeting,
  MeetingSeries,
  Event,
  Document,
  Topic,
  Statement,
  Report,
  Claim,
  Position,
  Role,
  Participation,
  Mention,
  Match,
  Article,
  Change,
];
