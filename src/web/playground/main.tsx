import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './playground.js';
import { openFirstExample } from './tabs.js';

openFirstExample();
createRoot(document.getElementById('root')!).render(<Playground />);
