import { useLocation, useNavigate } from 'react-router';
import { useSession } from '#platform/web';

/** Does something for signed-in people; others are sent to sign in and come back to this page. */
export function useSignInFirst(): (act: () => void) => void {
  const { user } = useSession();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (act) => {
    if (user === null) void navigate(`/login?next=${encodeURIComponent(`${pathname}${search}`)}`);
    else act();
  };
}
